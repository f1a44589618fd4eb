import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { why } from "../../../../emulator/lab/why.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { ADMIN, set, whyLost } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

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
    set(lab, "expe2", { "Alternates Peer 1 Address": "10.0.0.2", "Alternates Peer 2 Address": "10.0.0.1" });
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
    for (const name of ["expe1", "expe2"]) set(lab, name, { "Alternates Peer 3 Address": "" });
    await lab.peers[2]?.peer.powerOn();
    await lab.advance(minutes(1));
    expect(whyLost(lab)).toEqual([
      "the list of expe1 lacks 10.0.0.3, the address of expe3, which lists it | System > Clustering, the list of peers, on expe1: enter 10.0.0.3; or on expe3: take 10.0.0.1 out",
    ]);
    expect(why(lab, "expe3", 20004)[0]?.causes.map(({ text }) => text)).toEqual([
      "the list of expe1 lacks 10.0.0.3, the address of expe3, which lists it",
      "the list of expe2 lacks 10.0.0.3, the address of expe3, which lists it",
    ]);
  });

  it("G7.2 an old primary that comes back uncleared is told of the list of those who have another, and who has it", async () => {
    lab = await startSimulatedLab();
    await lab.peers[0]?.peer.powerOff();
    const pair = { "Alternates Peer 1 Address": "10.0.0.2", "Alternates Peer 2 Address": "10.0.0.3" };
    for (const name of ["expe2", "expe3"]) set(lab, name, { ...pair, "Alternates Peer 3 Address": "" });
    await lab.peers[0]?.peer.powerOn();
    await lab.advance(minutes(3));
    const lists = (await examine(lab)).causes.flatMap(({ kind, text }) => (kind === "different-lists" ? [text] : []));
    expect(lists).toEqual([
      "the list of expe1 is 10.0.0.1, 10.0.0.2, 10.0.0.3, that of expe2, which is the primary for expe2 and expe3, 10.0.0.2, 10.0.0.3",
    ]);
  });

  it("a primary that is a blank field, an address twice, one that is no peer's any more", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe1", { "Alternates ConfigurationPrimary": "5" });
    set(lab, "expe2", { "Alternates Peer 4 Address": "10.0.0.1" });
    set(lab, "expe3", { "Ethernet 1 IP V4 Address": "10.0.0.33" });
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
    // The name server is not to blame for an address that nobody has any more.
    const ofNames = (await examine(lab)).checks
      .filter(({ guide }) => guide === "G2.2")
      .flatMap(({ findings }) => findings);
    expect(
      ofNames.map(({ seen }) => seen).filter((seen) => seen.includes("10.0.0.3,") || seen.endsWith("10.0.0.3")),
    ).toEqual([]);
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
