import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { why } from "../../../../emulator/lab/why.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { type SimulatedLab, startSimulatedLab } from "../causes/simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

describe("a slip", () => {
  it("the peer's logs and the lab's journal say that it was the lab", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-name", peer: "expe3" });
    expect(lab.journal.records.filter(({ kind }) => kind === "change")).toMatchObject([
      { peer: "expe3", account: "lab", what: "Alternates Cluster Name: clustre.lab.example.com" },
    ]);
  });

  it("the key is in no answer", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-key", peer: "expe3" });
    await lab.advance(minutes(1));
    const keys = ["expe1", "expe3"].map((name) =>
      lab.device(name).configuration.get("Alternates Cluster PreSharedKey"),
    );
    expect(keys).toEqual(["twin", "twni"]);
    const told = JSON.stringify([why(lab, "expe3", undefined), await examine(lab), lab.journal.records]);
    for (const key of keys) expect(told).not.toContain(`${key}"`);
  });

  it.each([
    [{}, "kind: nothing is not a kind of slip; one of: wrong-key, wrong-name, "],
    [{ kind: "cut", peer: "expe3" }, 'kind: "cut" is not a kind of slip; one of: wrong-key, wrong-name, '],
    [{ kind: "wrong-key" }, "peer: nothing is not a peer of this lab; there are: expe1, expe2, expe3"],
    [{ kind: "wrong-key", peer: "expe9" }, 'peer: "expe9" is not a peer of this lab; there are: expe1, expe2, expe3'],
    [{ kind: "wrong-key", peer: "expe3", until: "5m" }, "until: not known to a slip; it takes: kind, peer"],
  ])("%j is refused with what is allowed", async (order, message) => {
    lab = await startSimulatedLab();
    expect(() => makeSlip(lab, order)).toThrow(
      expect.objectContaining({ code: "SLIP_INVALID", message: expect.stringContaining(message) as string }),
    );
  });

  it("is refused where there is nothing to mistype, and on a peer that is down", async () => {
    const alone = { "Alternates Peer 1 Address": "", "Alternates Peer 2 Address": "", "Alternates Peer 3 Address": "" };
    lab = await startSimulatedLab({ configuration: { expe3: { ...alone, "DNS Server 1 Address": "" } } });
    expect(() => makeSlip(lab, { kind: "wrong-key", peer: "expe3" })).toThrow("expe3 is in no cluster");
    expect(() => makeSlip(lab, { kind: "wrong-dns", peer: "expe3" })).toThrow("expe3 has no DNS server");
    await lab.faults.add({ kind: "crash", peer: "expe2" });
    expect(() => makeSlip(lab, { kind: "wrong-key", peer: "expe2" })).toThrow("expe2 is down");
  });
});
