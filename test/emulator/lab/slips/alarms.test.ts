import { afterEach, describe, expect, it } from "vitest";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { slipKinds } from "../../../../emulator/lab/slips/slip-kinds.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { type SimulatedLab, startSimulatedLab } from "../causes/simulated-lab.ts";

let lab: SimulatedLab | undefined;

afterEach(async () => {
  await lab?.stop();
  lab = undefined;
});

/** All that stand on the peer itself, by the kind of the slip; where it has to be made on the primary, there. */
const standing: Readonly<Record<string, readonly number[]>> = {
  "wrong-key": [20004, 20006, 20016],
  "wrong-name": [20004, 20012],
  "blank-name": [20004, 20012, 20019],
  "wrong-primary": [20013, 20017],
  "wrong-order": [20012],
  "wrong-address": [20004, 20012],
  "peer-missing": [20004, 20012],
  "itself-missing": [20004, 20012, 20015],
  "gap-in-list": [20003],
  "wrong-ntp": [20010, 25002, 25021],
  "wrong-dns": [],
  "wrong-domain": [],
  "same-system-name": [],
  "h323-off": [20018],
  "static-nat": [20006, 20015, 25010],
};

const inOrder = (ids: readonly number[]): readonly number[] => ids.toSorted((one, other) => one - other);

describe("the alarms of a slip", () => {
  it("are told of each kind", () => {
    expect(Object.fromEntries(slipKinds.map(({ name, alarms }) => [name, inOrder(alarms)]))).toEqual(standing);
  });

  it.each(Object.entries(standing))("%s", async (kind, alarms) => {
    lab = await startSimulatedLab();
    const peer = kind === "h323-off" ? "expe1" : "expe3";
    makeSlip(lab, { kind, peer });
    await lab.advance(minutes(6));
    const found = lab.device(peer).alarms.standing();
    expect(inOrder(found.map(({ type }) => type.id))).toEqual(alarms);
  });
});
