import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { ADMIN, set, textsOf, whyLost } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

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
    set(lab, "expe3", rule({ Priority: "7", Service: "ClusterManagement", Action: "Drop" }));
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
    expect(whyLost(lab)).toEqual([`${dropped} | ${page}`]);
  });

  it("G14.2 a rule that rejects everything names all that it stops", async () => {
    lab = await startSimulatedLab();
    const { firewall } = lab.device("expe2");
    set(
      lab,
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
        lab,
        "expe3",
        Object.fromEntries(Object.entries(items).map(([item, to]) => [`Firewall Rule ${place + 1} ${item}`, to])),
      );
    expect(firewall.activate()).toEqual({ ok: true });
    expect((await examine(lab)).causes).toEqual([]);
  });
});
