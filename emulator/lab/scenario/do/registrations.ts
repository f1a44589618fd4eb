import { Type } from "typebox";
import type { CallProtocol } from "../../../peer/calls/call.ts";
import { CannotDo } from "../drivers/cannot-do.ts";
import { labAction } from "../kinds.ts";
import { matches } from "../matches.ts";
import { peerMember, textMember } from "../members.ts";

const PROTOCOLS = { sip: "SIP", h323: "H323" } as const satisfies Record<string, CallProtocol>;

/** An endpoint registers. */
export const register = labAction({
  key: "register",
  selections: ["register"],
  about: "Registers endpoints with a VCS, one for each alias; an Expressway X8.1 is no registrar.",
  example: "{ register: vcs1, alias: meeting@lab.example.com, protocol: h323 }",
  members: {
    register: peerMember,
    alias: textMember("Its name."),
    protocol: Type.Optional(Type.Enum(["sip", "h323"])),
    times: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 5000, description: "how many; a number goes before each alias" }),
    ),
    fails: Type.Optional(textMember("The registrations have to be refused, with this text or /expression/.")),
  },
  perform: ({ register: selection, alias, protocol = "sip", times, fails }, run) => {
    const { surroundings } = run.lab.topology;
    for (const { name } of run.select(selection)) {
      const device = run.lab.peers.find(({ plan }) => plan.name === name)?.peer.device;
      if (!device) throw new CannotDo(`${name} is down`);
      for (let number = 1; number <= (times ?? 1); number++) {
        const own = times === undefined ? alias : `${number}.${alias}`;
        const outcome = device.registrations.register(own, PROTOCOLS[protocol], surroundings);
        const said = outcome.ok ? "registered" : outcome.reason;
        if (fails === undefined ? !outcome.ok : outcome.ok || !matches(fails, said))
          throw new CannotDo(`${own} was not ${fails ?? "registered"} on ${name}: ${said}`);
      }
    }
    return Promise.resolve();
  },
});
