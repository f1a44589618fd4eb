import { Type } from "typebox";
import { StepError } from "../drivers/step-error.ts";
import { labAction } from "../kinds.ts";
import { matches } from "../matches.ts";
import { peerMember, textMember } from "../members.ts";

/** A TURN client asks for relays. */
export const allocate = labAction({
  key: "allocate",
  selections: ["allocate"],
  about:
    "Allocates TURN relays on peers, each for a client of its own, which keeps it alive until it is released or the scenario ends.",
  example: "{ allocate: expe1, relays: 3, user: alice, password: secret, as: meeting }",
  members: {
    allocate: peerMember,
    relays: Type.Optional(Type.Integer({ minimum: 1, maximum: 6000, description: "how many" })),
    user: textMember("A name in the local authentication database."),
    password: textMember("The password that goes with it."),
    to: Type.Optional(textMember("An address that may send through the relays.")),
    port: Type.Optional(Type.Integer({ minimum: 1024, maximum: 65_534, description: "the port of TURN requests" })),
    as: Type.Optional(textMember("A name for the relays, for `release`.")),
    fails: Type.Optional(textMember("The requests have to be refused, with this text or /expression/.")),
  },
  perform: async ({ allocate: selection, relays = 1, as: name, fails, ...request }, run) => {
    for (const peer of run.select(selection)) {
      for (const outcome of await run.lab.relays.allocate(peer.name, relays, { ...request, name })) {
        const said = outcome.ok ? "allocated" : outcome.reason;
        if (fails === undefined ? !outcome.ok : outcome.ok || !matches(fails, said))
          throw new StepError(`the relay on ${peer.name} was not ${fails ?? "allocated"}: ${said}`);
      }
    }
  },
});

/** The clients give relays back. */
export const release = labAction({
  key: "release",
  about: "Gives back the TURN relays that an earlier step has named, or all that the lab holds.",
  example: "{ release: all }",
  members: { release: textMember("The name of relays, or all.") },
  perform: async ({ release: name }, run) => {
    const released = await run.lab.relays.release(name === "all" ? undefined : name);
    if (released === 0 && name !== "all") throw new StepError(`no relays were allocated as "${name}"`);
  },
});
