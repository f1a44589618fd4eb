import { Type } from "typebox";
import { parseOffset } from "../../control/parse-duration.ts";
import type { NtpMistake } from "../../surroundings/ntp-server.ts";
import { TIME_ALARMS } from "../fault-alarms.ts";
import { faultKind, type FaultContext } from "../fault-kind.ts";
import { offset } from "../rule-members.ts";

const nothing = (): void => {};

const ntp = (
  { scene, isClient, occurrence }: Pick<FaultContext<unknown>, "scene" | "isClient" | "occurrence">,
  effect: NtpMistake["effect"],
): (() => void) => scene.servers.ntp?.add({ concerns: isClient, occurrence, effect }) ?? nothing;

/** Faults of the lab's own NTP and DNS servers. */
export const serverKinds = [
  faultKind({
    name: "ntp-silent",
    summary: "The NTP server does not answer.",
    place: "peers",
    firesAt: "request",
    server: "ntp",
    parameters: Type.Object({}),
    words: () => "the NTP server does not answer",
    alarms: () => TIME_ALARMS,
    begin: (context) => ntp(context, { kind: "silent" }),
  }),
  faultKind({
    name: "ntp-wrong",
    summary: "The NTP server answers with a wrong time, and its clients follow it.",
    place: "peers",
    firesAt: "request",
    server: "ntp",
    parameters: Type.Object({ by: offset("how far the time is off") }),
    words: ({ by }) => `the NTP server's time is off by ${by}`,
    alarms: () => [],
    begin: (context) => ntp(context, { kind: "wrong time", by: parseOffset(context.parameters.by) }),
  }),
  faultKind({
    name: "ntp-unsynchronized",
    summary: "The NTP server answers that it is not synchronized itself (stratum 16), which no client follows.",
    place: "peers",
    firesAt: "request",
    server: "ntp",
    parameters: Type.Object({}),
    words: () => "the NTP server is not synchronized",
    alarms: () => TIME_ALARMS,
    begin: (context) => ntp(context, { kind: "unsynchronized" }),
  }),
  faultKind({
    name: "dns-silent",
    summary: "The DNS server does not answer.",
    place: "peers",
    firesAt: "request",
    server: "dns",
    parameters: Type.Object({}),
    words: () => "the DNS server does not answer",
    alarms: () => TIME_ALARMS,
    begin: ({ scene, isClient, occurrence }) =>
      scene.servers.dns?.add({ concerns: isClient, occurrence, effect: { kind: "silent" } }) ?? nothing,
  }),
  faultKind({
    name: "dns-missing",
    summary: "The DNS server does not know a record.",
    place: "peers",
    firesAt: "request",
    server: "dns",
    parameters: Type.Object({
      name: Type.String({ minLength: 1, description: "the full name, for example expe1.lab.example.com" }),
      type: Type.Optional(
        Type.Enum(["A", "PTR", "SRV"], { description: "type of the record, one of A, PTR, SRV; by default all" }),
      ),
    }),
    words: ({ name, type }) => `the DNS server does not know ${name}${type === undefined ? "" : ` ${type}`}`,
    alarms: () => TIME_ALARMS,
    begin: ({ scene, isClient, occurrence, parameters: { name, type } }) =>
      scene.servers.dns?.add({
        concerns: isClient,
        occurrence,
        effect: {
          kind: "missing",
          isMissing: (record) =>
            record.name.toLowerCase() === name.toLowerCase() && (type === undefined || record.type === type),
        },
      }) ?? nothing,
  }),
];
