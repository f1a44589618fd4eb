import { Type } from "typebox";
import { checkFault } from "../../faults/check-fault.ts";
import type { FaultRule } from "../../faults/rule-members.ts";
import { StepError } from "../drivers/step-error.ts";
import { labAction } from "../kinds.ts";
import { peerMember, textMember } from "../members.ts";

/** Something goes wrong on purpose. */
export const fault = labAction({
  key: "fault",
  about: "Adds a fault to the lab (docs/reference/faults.md). `as` names it for `mend`.",
  example: "{ fault: { kind: cut, peer: expe1, other: expe2 }, as: the cut }",
  members: {
    fault: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
      description: "a rule as docs/reference/faults.md describes it",
    }),
    as: Type.Optional(textMember("A name for the fault.")),
  },
  mistake: ({ fault: rule }, peers) => {
    // What each of them is, the lab knows when the fault is added.
    const verdict = checkFault(rule, new Map(peers.map((name) => [name, undefined])));
    return verdict.ok ? undefined : { path: ["fault", verdict.member], reason: verdict.reason };
  },
  perform: async ({ fault: rule, as: name }, run) => {
    const { id } = await run.lab.faults.add(rule as unknown as FaultRule);
    if (name !== undefined) run.faults.set(name, id);
  },
});

/** A fault ends. */
export const mend = labAction({
  key: "mend",
  about: "Ends a fault that an earlier step has named, or all faults.",
  example: "{ mend: all }",
  members: { mend: textMember("The name of a fault, or all.") },
  perform: ({ mend: name }, run) => {
    if (name === "all") run.lab.faults.removeAll();
    else {
      const id = run.faults.get(name);
      if (id === undefined) throw new StepError(`no fault was added as "${name}"`);
      run.lab.faults.remove(id);
    }
    return Promise.resolve();
  },
});

/** A peer loses its power, or gets it back. */
export const power = labAction({
  key: "power",
  selections: ["power"],
  about: "Powers peers off in order, or on again with their data.",
  example: "{ power: expe3, to: off }",
  members: { power: peerMember, to: Type.Union([Type.Enum(["on", "off"]), Type.Boolean()]) },
  perform: async ({ power: selection, to }, run) => {
    // YAML reads a bare `on` as a text, and older readers as true.
    const state = to === true || to === "on" ? "on" : "off";
    for (const { name } of run.select(selection)) await run.lab.power(name, state);
  },
});
