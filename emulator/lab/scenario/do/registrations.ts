import { Type } from "typebox";
import type { CallProtocol } from "../../../peer/calls/call/call.ts";
import type { Registrations } from "../../../peer/calls/registrations/registrations.ts";
import { StepError } from "../drivers/step-error.ts";
import { labAction } from "../kinds.ts";
import { matches } from "../matches.ts";
import { peerMember, textMember } from "../members.ts";
import type { Run } from "../run.ts";

const PROTOCOLS = { sip: "SIP", h323: "H323" } as const satisfies Record<string, CallProtocol>;

const timesMember = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 5000, description: "how many; a number goes before each alias" }),
);

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
    provisioned: Type.Optional(
      Type.Boolean({ description: "has its settings from the TMS; takes a license for that" }),
    ),
    times: timesMember,
    fails: Type.Optional(textMember("The registrations have to be refused, with this text or /expression/.")),
  },
  perform: ({ register: selection, alias, protocol = "sip", provisioned = false, times, fails }, run) => {
    const { surroundings } = run.lab.topology;
    for (const { name } of run.select(selection)) {
      const registrations = registrationsOf(name, run);
      for (const own of aliasesOf(alias, times)) {
        const endpoint = { alias: own, protocol: PROTOCOLS[protocol], address: surroundings, provisioned };
        const outcome = registrations.register(endpoint);
        const said = outcome.ok ? "registered" : outcome.reason;
        if (fails === undefined ? !outcome.ok : outcome.ok || !matches(fails, said))
          throw new StepError(`${own} was not ${fails ?? "registered"} on ${name}: ${said}`);
      }
    }
    return Promise.resolve();
  },
});

/** An endpoint leaves. */
export const unregister = labAction({
  key: "unregister",
  selections: ["unregister"],
  about: "Ends registrations of endpoints with a VCS.",
  example: "{ unregister: vcs1, alias: meeting@lab.example.com }",
  members: { unregister: peerMember, alias: textMember("Its name."), times: timesMember },
  perform: ({ unregister: selection, alias, times }, run) => {
    for (const { name } of run.select(selection)) {
      const registrations = registrationsOf(name, run);
      for (const own of aliasesOf(alias, times))
        if (!registrations.remove(own)) throw new StepError(`${own} is not registered on ${name}`);
    }
    return Promise.resolve();
  },
});

function registrationsOf(name: string, run: Run): Registrations {
  const device = run.lab.peers.find(({ plan }) => plan.name === name)?.peer.device;
  if (!device) throw new StepError(`${name} is down`);
  return device.registrations;
}

const aliasesOf = (alias: string, times: number | undefined): readonly string[] =>
  times === undefined ? [alias] : Array.from({ length: times }, (_, place) => `${place + 1}.${alias}`);
