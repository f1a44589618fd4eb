import { afterEach, describe, expect, it } from "vitest";
import { findCauses } from "../../../../emulator/lab/causes/find-causes.ts";
import { gatherFacts } from "../../../../emulator/lab/causes/gather-facts.ts";
import type { Cause } from "../../../../emulator/lab/causes/cause.ts";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

const ADMIN = { user: "admin" };
const BLANK_LIST = {
  "Alternates Peer 1 Address": "",
  "Alternates Peer 2 Address": "",
  "Alternates Peer 3 Address": "",
};

let lab: SimulatedLab;

afterEach(() => lab.stop());

const textsOf = (causes: readonly Cause[]): string[] => causes.map(({ text, mend }) => `${text} | ${mend}`);

/** The causes of 20004 on expe1, each with where it is mended. */
const whyLost = (): string[] => why(lab, "expe1", 20004).flatMap(({ causes }) => textsOf(causes));

const set = (name: string, items: Readonly<Record<string, string>>): void => {
  const changes = Object.entries(items).map(([path, value]) => ({ path, value }));
  expect(lab.device(name).configuration.set(changes, ADMIN)).toEqual({ ok: true });
};

describe("a peer that is not there", () => {
  it("was powered off in order, and says so itself", async () => {
    lab = await startSimulatedLab();
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    const off = "expe3 is off: it was powered off | xtwin power expe3 on";
    expect(whyLost()).toEqual([off]);
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
    expect(whyLost()).toEqual([cause]);
  });

  it("has crashed, and comes back", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "crash", peer: "expe3", comesBack: true });
    await lab.advance(minutes(1));
    expect(whyLost()).toEqual([
      "expe3 is restarting, and back in 4m: its power failed (fault 1) | xtwin clock advance 4m, for the lab's time stands still",
    ]);
    await lab.advance(minutes(5));
    expect(textsOf((await examine(lab)).causes)).toEqual([]);
  });
});

describe("what was forgotten", () => {
  it("G4.8 the restart of a peer that was given its list", async () => {
    lab = await startSimulatedLab({ configuration: { expe3: BLANK_LIST } });
    expect(whyLost()).toEqual([
      "expe1 lists expe3, which has no list of peers | System > Clustering, the list of peers, on expe3: enter 10.0.0.1; or on expe1: take 10.0.0.3 out",
    ]);
    set("expe3", {
      "Alternates Peer 1 Address": "10.0.0.1",
      "Alternates Peer 2 Address": "10.0.0.2",
      "Alternates Peer 3 Address": "10.0.0.3",
    });
    await lab.advance(minutes(1));
    const forgotten =
      "expe3 has not been restarted since it got its list of peers | Maintenance > Restart options, Restart, on expe3";
    expect(whyLost()).toEqual([forgotten]);
    expect(textsOf(why(lab, "expe3", 20007)[0]?.causes ?? [])).toEqual([forgotten]);
  });

  it("G6.1 the restart of a peer that left", async () => {
    lab = await startSimulatedLab();
    set("expe3", BLANK_LIST);
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

describe("lists that do not agree", () => {
  it("a mistyped address in the primary's list: named for every alarm on every peer, and nobody is told to copy it", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-address", peer: "expe1" });
    await lab.advance(minutes(6));
    for (const name of ["expe1", "expe2", "expe3"])
      for (const { id, causes } of why(lab, name, undefined))
        expect([name, id, causes.length > 0]).toEqual([name, id, true]);
    const mends = (await examine(lab)).causes.map(({ mend }) => mend);
    expect(mends.filter((mend) => /on expe[23]: as on expe1/.test(mend))).toEqual([]);
  });

  it("a rule of the primary against the database is why the primary cannot be reached", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "block", service: "database", peer: "expe1", other: "expe2" });
    await lab.advance(minutes(3));
    expect(why(lab, "expe2", 20016)[0]?.causes.map(({ kind }) => kind)).toEqual(["fault"]);
  });

  it("damage that outlasts its fault is named when the fault is forgotten", async () => {
    lab = await startSimulatedLab();
    const fault = await lab.faults.add({ kind: "database-damaged", peer: "expe1" });
    await lab.advance(minutes(4));
    lab.faults.remove(fault.id);
    await lab.advance(minutes(4));
    const failed = "the database of expe1 has failed";
    expect(why(lab, "expe1", 15005)[0]?.causes[0]?.text).toBe(failed);
    expect(why(lab, "expe2", 20006)[0]?.causes[0]?.text).toBe(failed);
    const { causes, checks } = await examine(lab);
    expect(causes.map(({ text }) => text)).toEqual([failed]);
    // It is no matter of the path between them.
    expect(checks.find(({ guide }) => guide === "G2.5")?.findings).toEqual([]);
  });

  it("two peers that are each primary by the same number: both commands name the peers that it means", async () => {
    lab = await startSimulatedLab();
    set("expe2", { "Alternates Peer 1 Address": "10.0.0.2", "Alternates Peer 2 Address": "10.0.0.1" });
    await lab.advance(minutes(1));
    const meant = "Configuration primary is 1 (expe2) on expe2, and 1 (expe1) on expe1 and expe3";
    expect((await examine(lab)).causes.map(({ text }) => text)).toContain(meant);
    for (const name of ["expe1", "expe2", "expe3"]) {
      expect(why(lab, name, 20017)[0]?.causes.map(({ text }) => text)).toContain(meant);
      expect(why(lab, name, 20012)[0]?.causes).not.toEqual([]);
    }
  });

  it("G7.2 a peer that was taken out of the lists and comes back with its old one", async () => {
    lab = await startSimulatedLab();
    await lab.peers[2]?.peer.powerOff();
    for (const name of ["expe1", "expe2"]) set(name, { "Alternates Peer 3 Address": "" });
    await lab.peers[2]?.peer.powerOn();
    await lab.advance(minutes(1));
    expect(whyLost()).toEqual([
      "the list of expe1 lacks 10.0.0.3, the address of expe3, which lists it | System > Clustering, the list of peers, on expe1: enter 10.0.0.3; or on expe3: take 10.0.0.1 out",
    ]);
    expect(why(lab, "expe3", 20004)[0]?.causes.map(({ text }) => text)).toEqual([
      "the list of expe1 lacks 10.0.0.3, the address of expe3, which lists it",
      "the list of expe2 lacks 10.0.0.3, the address of expe3, which lists it",
    ]);
  });

  it("a primary that is a blank field, an address twice, one that is no peer's any more", async () => {
    lab = await startSimulatedLab();
    set("expe1", { "Alternates ConfigurationPrimary": "5" });
    set("expe2", { "Alternates Peer 4 Address": "10.0.0.1" });
    set("expe3", { "Ethernet 1 IP V4 Address": "10.0.0.33" });
    lab.device("expe3").maintenance.request("restart", ADMIN);
    await lab.advance(minutes(4));
    const texts = (await examine(lab)).causes.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Configuration primary of expe1 is 5, and Peer 5 IP address is blank",
        "10.0.0.1 is in the list of expe2 twice",
        "10.0.0.3, Peer 3 IP address of expe1, is the former address of expe3, which has 10.0.0.33 now",
        "the list of expe3 lacks its own address 10.0.0.33",
      ]),
    );
  });

  it("peers of different clusters are not held against each other", async () => {
    const other = {
      "Alternates Cluster Name": "other.lab.example.com",
      "Alternates Cluster PreSharedKey": "another",
      "Alternates Peer 1 Address": "10.0.0.3",
      "Alternates Peer 2 Address": "",
      "Alternates Peer 3 Address": "",
    };
    const pair = { "Alternates Peer 3 Address": "" };
    lab = await startSimulatedLab({ configuration: { expe1: pair, expe2: pair, expe3: other } });
    expect((await examine(lab)).causes).toEqual([]);
  });
});

describe("what is in the way", () => {
  const rule = (items: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ Interface: "LAN1", Address: "10.0.0.1", PrefixLength: "32", ...items }).map(([item, value]) => [
        `Firewall Rule 1 ${item}`,
        value,
      ]),
    );

  it("G14.4 a firewall rule of another peer, by its priority, while it is on trial and after", async () => {
    lab = await startSimulatedLab();
    const { firewall } = lab.device("expe3");
    set("expe3", rule({ Priority: "7", Service: "ClusterManagement", Action: "Drop" }));
    expect(firewall.activate()).toEqual({ ok: true });
    await lab.advance(seconds(5));
    const dropped =
      "the firewall of expe3 drops UDP 4369 from expe1: rule with priority 7 (10.0.0.1/32, Cluster management, Drop)";
    const page =
      "System > Protection > Firewall rules > Configuration, on expe3, and on its primary expe1, from which rules are copied";
    expect(textsOf(causesOfPeer(lab, "expe1"))).toEqual([`${dropped}, activated and not accepted yet | ${page}`]);
    expect(causesOfPeer(lab, "expe2")).toEqual([]);
    expect(firewall.accept(ADMIN)).toEqual({ ok: true });
    await lab.advance(minutes(1));
    expect(whyLost()).toEqual([`${dropped} | ${page}`]);
  });

  it("G14.2 a rule that rejects everything names all that it stops", async () => {
    lab = await startSimulatedLab();
    const { firewall } = lab.device("expe2");
    set(
      "expe2",
      rule({ Address: "10.0.0.0", PrefixLength: "24", Service: "Custom", Transport: "All", Action: "Reject" }),
    );
    firewall.activate();
    firewall.accept(ADMIN);
    await lab.advance(minutes(6));
    for (const { id, causes } of why(lab, "expe2", undefined))
      expect([id, causes[0]?.kind]).toEqual([id, "firewall-rule"]);
    expect(why(lab, "expe2", undefined).map(({ id }) => id)).toEqual(expect.arrayContaining([20004, 20006, 20016]));
    expect(textsOf(causesOfPeer(lab, "expe2"))).toEqual([
      expect.stringMatching(
        /^the firewall of expe2 rejects UDP 500, UDP 4369, TCP 4370 and UDP 1719 from expe1 and expe3: rule with priority 1 \(10\.0\.0\.0\/24, All, Reject\)/,
      ),
    ]);
  });
});

describe("what is not in the way", () => {
  it("a firewall rule that allows, or is about others", async () => {
    lab = await startSimulatedLab();
    const { firewall } = lab.device("expe3");
    const about = { Interface: "LAN1", Service: "Custom", Transport: "All" };
    const rules = [
      { ...about, Priority: "1", Address: "10.0.0.1", PrefixLength: "32", Action: "Allow" },
      { ...about, Priority: "2", Address: "192.0.2.0", PrefixLength: "24", Action: "Drop" },
    ];
    for (const [place, items] of rules.entries())
      set(
        "expe3",
        Object.fromEntries(Object.entries(items).map(([item, to]) => [`Firewall Rule ${place + 1} ${item}`, to])),
      );
    expect(firewall.activate()).toEqual({ ok: true });
    expect((await examine(lab)).causes).toEqual([]);
  });
});

describe("several causes", () => {
  it("are all named, the most direct first", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-key", peer: "expe2" });
    makeSlip(lab, { kind: "wrong-primary", peer: "expe2" });
    await lab.faults.add({ kind: "block", peer: "expe1", other: "expe2", service: "management" });
    await lab.faults.add({ kind: "crash", peer: "expe3" });
    await lab.advance(minutes(1));
    expect(why(lab, "expe1", 20004)[0]?.causes.map(({ kind }) => kind)).toEqual([
      "peer-down",
      "fault",
      "pre-shared-key",
    ]);
    expect((await examine(lab)).causes.map(({ kind }) => kind)).toEqual([
      "peer-down",
      "fault",
      "pre-shared-key",
      "configuration-primary",
    ]);
  });

  it("two peers that differ, none of them in the majority", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-key", peer: "expe2" });
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(whyLost()[1]).toBe(
      "expe1 and expe2 have different cluster pre-shared keys | System > Clustering, Cluster pre-shared key: the same on expe1 and expe2",
    );
  });
});

describe("nothing in the way any more", () => {
  it("only time has to pass, and stands still", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "cut", peer: "expe1", other: "expe3" });
    await lab.advance(minutes(1));
    lab.faults.removeAll();
    expect(whyLost()).toEqual([
      "the lab knows of nothing that is in the way between expe1 and expe3 any more: peers ask each other every 10 seconds, and copy every 2 minutes | xtwin clock advance 3m, for the lab's time stands still",
    ]);
    await lab.advance(minutes(3));
    expect(why(lab, "expe1", undefined)).toEqual([]);
    await lab.faults.add({ kind: "ntp-silent" });
    await lab.advance(minutes(6));
    lab.faults.removeAll();
    expect(textsOf(why(lab, "expe1", 20010)[0]?.causes ?? [])).toEqual([
      "the lab knows of nothing that is in the way between expe1 and its NTP server any more: it is asked every 64 seconds | xtwin clock advance 70s, for the lab's time stands still",
    ]);
    await lab.advance(seconds(70));
    expect(why(lab, "expe1", undefined)).toEqual([]);
  });

  it("time that runs by itself is waited for", async () => {
    lab = await startSimulatedLab();
    const { peer } = lab.peers[2] ?? {};
    lab.device("expe3").maintenance.request("restart", ADMIN);
    await lab.advance(minutes(1));
    expect(peer?.absence).toEqual({ reason: "restart", backIn: minutes(2) });
    const [cause] = findCauses({ ...gatherFacts(lab), frozen: false });
    expect(cause?.mend).toBe("wait, or xtwin clock advance 2m");
  });

  it("a fault that waits for a write, or delays by little, is no cause of what it did not do", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "crash", peer: "expe3", write: 1000 });
    await lab.faults.add({ kind: "delay", delay: "20ms" });
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(whyLost()).toEqual(["expe3 is off: it was powered off | xtwin power expe3 on"]);
    expect(causesOfPeer(lab, "expe1").map(({ kind }) => kind)).toEqual(["peer-down", "fault", "fault"]);
  });

  it("in a process that is not the whole lab others are not judged", async () => {
    lab = await startSimulatedLab();
    const part = { ...lab, whole: false, peers: lab.peers.slice(0, 1) };
    expect(causesOfPeer(part, "expe1")).toEqual([]);
    await lab.faults.add({ kind: "crash", peer: "expe2" });
    await lab.advance(minutes(1));
    expect(why(part, "expe1", 20004)[0]?.causes).toMatchObject([
      { kind: "elsewhere", text: "10.0.0.2 runs in another process, of which this one knows nothing" },
    ]);
    lab.device("expe1").configuration.set([{ path: "NTP Server 1 Address", value: "10.0.0.200" }], ADMIN);
    await lab.advance(minutes(1));
    expect(why(part, "expe1", 20010)[0]?.causes).toEqual([]);
  });
});

describe("G2.4 the round trip", () => {
  const slow = async (): Promise<string[]> =>
    (await examine(lab)).checks.flatMap(({ guide, findings }) =>
      guide === "G2.4" ? findings.map(({ peer, seen, mend }) => `${peer}: ${seen} | ${mend}`) : [],
    );

  it("is that of the network's rules, there and back, whatever the peers have measured", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "delay", delay: "15ms", peer: "expe1", other: "expe2" });
    expect(await slow()).toEqual([]);
    await lab.faults.add({
      kind: "delay",
      delay: "1ms",
      jitter: "4ms",
      peer: "expe1",
      other: "expe2",
      direction: "out",
    });
    const both =
      "fault 1: messages arrive 15ms later between expe1 and expe2; fault 2: messages arrive 1ms to 4ms more later from expe1 to expe2";
    const mend = "xtwin fault remove 1; no page mends a fault; xtwin fault remove 2; no page mends a fault";
    expect(await slow()).toEqual([
      `expe1: the round trip to 10.0.0.2 takes up to 35 ms: ${both} | ${mend}`,
      `expe2: the round trip to 10.0.0.1 takes up to 35 ms: ${both} | ${mend}`,
    ]);
    await lab.advance(seconds(30));
    expect(lab.device("expe1").cluster.roundTrip("10.0.0.2")).toBeGreaterThan(30);
    lab.faults.removeAll();
    expect(await slow()).toEqual([]);
  });
});
