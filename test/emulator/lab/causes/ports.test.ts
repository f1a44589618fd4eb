import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import type { FaultRule } from "../../../../emulator/lab/faults/rule-members.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { ADMIN, set } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

/** What the doctor finds of the ways between peers. */
const ofWays = async (): Promise<string[]> =>
  (await examine(lab)).checks.flatMap(({ guide, findings }) =>
    guide === "G2.5" ? findings.map(({ peer, seen }) => `${peer}: ${seen}`) : [],
  );

const ISAKMP = {
  "Firewall Rule 1 Priority": "1",
  "Firewall Rule 1 Interface": "LAN1",
  "Firewall Rule 1 Address": "10.0.0.0",
  "Firewall Rule 1 PrefixLength": "24",
  "Firewall Rule 1 Service": "Custom",
  "Firewall Rule 1 Transport": "UDP",
  "Firewall Rule 1 StartPort": "500",
  "Firewall Rule 1 EndPort": "500",
  "Firewall Rule 1 Action": "Drop",
};

/** Puts a firewall rule into force for good. */
function enforce(name: string, rule: Readonly<Record<string, string>>): void {
  const { firewall } = lab.device(name);
  set(lab, name, rule);
  expect(firewall.activate()).toEqual({ ok: true });
  expect(firewall.accept(ADMIN)).toEqual({ ok: true });
}

describe("G2.5 a port that is shut is found before anybody misses what comes by it", () => {
  it.each([
    ["database", "TCP 4370"],
    ["management", "UDP 4369"],
    ["key-exchange", "UDP 500"],
    ["ras", "UDP 1719"],
    ["h323", "UDP 1719"],
  ])("a fault that blocks %s", async (service, port) => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "block", peer: "expe2", service });
    const why = `fault 1: ${service} is blocked between expe2 and everybody`;
    expect(await ofWays()).toEqual([
      `expe1: ${port} is shut to 10.0.0.2: ${why}`,
      `expe2: ${port} is shut to 10.0.0.1: ${why}`,
      `expe2: ${port} is shut to 10.0.0.3: ${why}`,
      `expe3: ${port} is shut to 10.0.0.2: ${why}`,
    ]);
    await lab.advance(seconds(20));
    expect(await ofWays()).toHaveLength(4);
    lab.faults.removeAll();
    await lab.advance(minutes(3));
    expect(await ofWays()).toEqual([]);
  });

  it("a cut, and everything that is lost", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "cut", peer: "expe1", other: "expe3" });
    const shut = "UDP 500, UDP 4369, TCP 4370 and UDP 1719 are shut to";
    const why = "fault 1: nothing passes between expe1 and expe3";
    expect(await ofWays()).toEqual([`expe1: ${shut} 10.0.0.3: ${why}`, `expe3: ${shut} 10.0.0.1: ${why}`]);
    lab.faults.removeAll();
    await lab.faults.add({ kind: "loss", share: 1, peer: "expe1", other: "expe3" });
    expect(await ofWays()).toHaveLength(2);
  });

  it.each([
    { kind: "block", peer: "expe2", service: "ntp" },
    { kind: "block", peer: "expe2", service: "ras", share: 0.1 },
    { kind: "cut", peer: "expe2", every: 50 },
    { kind: "loss", peer: "expe2", share: 0.01 },
  ] satisfies FaultRule[])("not a fault that shuts none: %o", async (rule) => {
    lab = await startSimulatedLab();
    await lab.faults.add(rule);
    expect(await ofWays()).toEqual([]);
  });

  it("a firewall rule that drops ISAKMP on all peers, while associations last", async () => {
    lab = await startSimulatedLab();
    enforce("expe1", ISAKMP);
    await lab.advance(minutes(3));
    const drops = (by: string, from: string): string =>
      `the firewall of ${by} drops UDP 500 from ${from}: rule with priority 1 (10.0.0.0/24, UDP 500-500, Drop)`;
    const of3 = drops("expe3", "expe1 and expe2");
    const of2 = drops("expe2", "expe1 and expe3");
    const of1 = drops("expe1", "expe2 and expe3");
    expect(await ofWays()).toEqual([
      `expe1: UDP 500 is shut to 10.0.0.2: ${of1}; ${of2}`,
      `expe1: UDP 500 is shut to 10.0.0.3: ${of1}; ${of3}`,
      `expe2: UDP 500 is shut to 10.0.0.1: ${of1}; ${of2}`,
      `expe2: UDP 500 is shut to 10.0.0.3: ${of2}; ${of3}`,
      `expe3: UDP 500 is shut to 10.0.0.1: ${of1}; ${of3}`,
      `expe3: UDP 500 is shut to 10.0.0.2: ${of2}; ${of3}`,
    ]);
  });

  it("a firewall rule against the later ports of cluster management, of which no alarm follows", async () => {
    lab = await startSimulatedLab();
    enforce("expe1", {
      ...ISAKMP,
      "Firewall Rule 1 StartPort": "4375",
      "Firewall Rule 1 EndPort": "4380",
      "Firewall Rule 1 Address": "10.0.0.2",
      "Firewall Rule 1 PrefixLength": "32",
    });
    const rule =
      "the firewall of expe1 drops UDP 4375 from expe2: rule with priority 1 (10.0.0.2/32, UDP 4375-4380, Drop)";
    expect(await ofWays()).toEqual([
      `expe1: UDP 4375 is shut to 10.0.0.2: ${rule}`,
      `expe2: UDP 4375 is shut to 10.0.0.1: ${rule}`,
    ]);
    expect((await examine(lab)).causes.map(({ shows }) => shows)).toEqual([{ expe1: [], expe2: [] }]);
  });
});

describe("G2.5 of a pair of peers nothing is named but what lies at one of them", () => {
  /** What is said of the way from expe2 to expe3, and back. */
  const betweenSubordinates = async (): Promise<string[]> =>
    (await ofWays()).filter(
      (found) => (found.startsWith("expe2: ") && found.includes("10.0.0.3")) || /^expe3: .*10\.0\.0\.2/.test(found),
    );

  it("static NAT", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "static-nat", peer: "expe1" });
    makeSlip(lab, { kind: "static-nat", peer: "expe3" });
    await lab.advance(minutes(3));
    const nat = "static NAT is On for LAN 1 of expe3, which neither takes a copy nor gives one";
    expect(await betweenSubordinates()).toEqual([
      `expe2: the database of 10.0.0.3 does not answer: ${nat}`,
      `expe3: the database of 10.0.0.2 does not answer: ${nat}`,
    ]);
  });

  it.each([
    ["a key of another", "wrong-key"],
    ["a blank name of another", "blank-name"],
  ])("%s", async (_, kind) => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind, peer: "expe1" });
    await lab.faults.add({ kind: "cut", peer: "expe2", other: "expe3" });
    await lab.advance(minutes(3));
    const fault = "fault 1: nothing passes between expe2 and expe3";
    const found = await betweenSubordinates();
    expect(found.map((each) => each.split(": ").slice(2).join(": "))).toEqual([fault, fault]);
  });

  it("a fault, a firewall rule and the power of another", async () => {
    lab = await startSimulatedLab();
    enforce("expe1", ISAKMP);
    await lab.faults.add({ kind: "block", peer: "expe1", service: "database" });
    await lab.faults.add({ kind: "cut", peer: "expe2", other: "expe3" });
    await lab.advance(minutes(1));
    const fault = "fault 2: nothing passes between expe2 and expe3";
    const causes = async (): Promise<string[]> =>
      (await betweenSubordinates()).map((each) => each.split(": ").slice(2).join(": "));
    expect(await causes()).toEqual([fault, fault]);
    await lab.peers[0]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(await causes()).toEqual([fault, fault]);
  });
});
