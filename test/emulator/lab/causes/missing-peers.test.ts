import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { ADMIN, set, textsOf, whyLost } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

const BLANK_LIST = {
  "Alternates Peer 1 Address": "",
  "Alternates Peer 2 Address": "",
  "Alternates Peer 3 Address": "",
};

let lab: SimulatedLab;

afterEach(() => lab.stop());

describe("a peer that is not there", () => {
  it("was powered off in order, and says so itself", async () => {
    lab = await startSimulatedLab();
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    const off = "expe3 is off: it was powered off | xtwin power expe3 on";
    expect(whyLost(lab)).toEqual([off]);
    expect(why(lab, "expe3", undefined)).toEqual([]);
    expect(textsOf(causesOfPeer(lab, "expe3"))).toEqual([off]);
    expect(() => why(lab, "expe3", 20004)).toThrow("expe3 is off: it was powered off");
  });

  it.each([
    [
      "restart",
      "expe3 is restarting, and back in 2m: it was restarted | xtwin clock advance 2m, for the lab's time stands still",
    ],
    [
      "reboot",
      "expe3 is restarting, and back in 4m: it was rebooted | xtwin clock advance 4m, for the lab's time stands still",
    ],
    ["shutdown", "expe3 is off: it was shut down on Maintenance > Restart options | xtwin power expe3 on"],
  ] as const)("was told to %s", async (kind, cause) => {
    lab = await startSimulatedLab();
    lab.device("expe3").maintenance.request(kind, ADMIN);
    await lab.advance(minutes(1));
    expect(whyLost(lab)).toEqual([cause]);
  });

  it("has crashed, and comes back", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "crash", peer: "expe3", comesBack: true });
    await lab.advance(minutes(1));
    expect(whyLost(lab)).toEqual([
      "expe3 is restarting, and back in 4m: its power failed (fault 1) | xtwin clock advance 4m, for the lab's time stands still",
    ]);
    await lab.advance(minutes(5));
    expect(textsOf((await examine(lab)).causes)).toEqual([]);
  });
});

describe("what was forgotten", () => {
  it("G4.8 the restart of a peer that was given its list", async () => {
    lab = await startSimulatedLab({ configuration: { expe3: BLANK_LIST } });
    expect(whyLost(lab)).toEqual([
      "expe1 lists expe3, which has no list of peers | System > Clustering, the list of peers, on expe3: enter 10.0.0.1; or on expe1: take 10.0.0.3 out",
    ]);
    set(lab, "expe3", {
      "Alternates Peer 1 Address": "10.0.0.1",
      "Alternates Peer 2 Address": "10.0.0.2",
      "Alternates Peer 3 Address": "10.0.0.3",
    });
    await lab.advance(minutes(1));
    const forgotten =
      "expe3 has not been restarted since it got its list of peers | Maintenance > Restart options, Restart, on expe3";
    expect(whyLost(lab)).toEqual([forgotten]);
    expect(textsOf(why(lab, "expe3", 20007)[0]?.causes ?? [])).toEqual([forgotten]);
  });

  it("G6.1 the restart of a peer that left", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe3", BLANK_LIST);
    await lab.advance(minutes(1));
    expect(textsOf(why(lab, "expe3", 20007)[0]?.causes ?? [])).toEqual([
      "expe3 has not been restarted since its list of peers was deleted | Maintenance > Restart options, Restart, on expe3",
    ]);
  });

  it("an NTP server, a DNS server that knows its name, a domain", async () => {
    const none = { "NTP Server 1 Address": "" };
    const named = { "NTP Server 1 Address": "ntp", "DNS Server 1 Address": "" };
    const noDomain = { "NTP Server 1 Address": "ntp", "IP DNS Domain Name": "" };
    lab = await startSimulatedLab({ configuration: { expe1: none, expe2: named, expe3: noDomain } });
    await lab.advance(minutes(6));
    const causes = ["expe1", "expe2", "expe3"].map((name) => textsOf(why(lab, name, 20010)[0]?.causes ?? []));
    expect(causes).toEqual([
      ["expe1 has no NTP server | System > Time, NTP server 1, on expe1"],
      [
        "expe2 has no DNS server | System > DNS, Default DNS servers, on expe2",
        "expe2 finds no address for its NTP server ntp | System > DNS, servers and domain name, or System > Time, on expe2",
      ],
      [
        "expe3 finds no address for its NTP server ntp | System > DNS, servers and domain name, or System > Time, on expe3",
      ],
    ]);
  });
});
