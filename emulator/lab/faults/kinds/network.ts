import { Type } from "typebox";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import { parseDuration } from "../../control/parse-duration.ts";
import type { AlarmId } from "../../../model/alarms/index.ts";
import { CONTACT_ALARMS, TIME_ALARMS } from "../fault-alarms.ts";
import { faultKind } from "../fault-kind.ts";
import { share, span } from "../rule-members.ts";
import { belongsTo, type Service, serviceNames } from "../services.ts";

/** What follows where a path is no good. */
const pathAlarms = (): readonly AlarmId[] => [...CONTACT_ALARMS, ...TIME_ALARMS];

/** An answer of NTP is waited for so long, one of another peer longer: a path that is slow by less loses nobody. */
const SHORTEST_WAIT: Milliseconds = seconds(5);

/** What follows where one service is blocked; nothing of those that are not here. */
const alarmsOfServices: Readonly<Partial<Record<Service, readonly AlarmId[]>>> = {
  "key-exchange": CONTACT_ALARMS,
  management: CONTACT_ALARMS,
  database: [20006, 20016],
  ntp: TIME_ALARMS,
  // An NTP server may have been given by its name.
  dns: TIME_ALARMS,
};

/** Two spans as one. */
function sum(one: string, other: string): string {
  const both = parseDuration(one) + parseDuration(other);
  return both % seconds(1) === 0 ? `${both / seconds(1)}s` : `${both}ms`;
}

/** Faults of the network between the peers, and between them and the lab's servers. */
export const networkKinds = [
  faultKind({
    name: "cut",
    summary: "Nothing passes.",
    place: "path",
    firesAt: "message",
    parameters: Type.Object({}),
    words: () => "nothing passes",
    alarms: pathAlarms,
    begin: ({ scene, onPath, occurrence }) =>
      scene.world.network.add({ concerns: onPath, occurrence, effect: { kind: "lose" } }),
  }),
  faultKind({
    name: "loss",
    summary: "A share of all messages is lost. TCP streams retransmit what they lose.",
    place: "path",
    firesAt: "message",
    parameters: Type.Object({ share }),
    words: () => "messages are lost",
    alarms: pathAlarms,
    begin: ({ scene, onPath, occurrence }) =>
      scene.world.network.add({ concerns: onPath, occurrence, effect: { kind: "lose" } }),
  }),
  faultKind({
    name: "delay",
    summary: "Messages are delayed in each direction.",
    place: "path",
    firesAt: "message",
    parameters: Type.Object({
      delay: span("how much later"),
      jitter: Type.Optional(span("up to this much more, at random")),
    }),
    words: ({ delay, jitter }) =>
      `messages arrive ${delay}${jitter === undefined ? "" : ` to ${sum(delay, jitter)}`} later`,
    alarms: ({ delay, jitter = "0s" }) =>
      2 * (parseDuration(delay) + parseDuration(jitter)) < SHORTEST_WAIT ? [] : pathAlarms(),
    begin: ({ scene, onPath, occurrence, parameters }) =>
      scene.world.network.add({
        concerns: onPath,
        occurrence,
        effect: {
          kind: "hold up",
          delay: parseDuration(parameters.delay),
          jitter: parameters.jitter === undefined ? 0 : parseDuration(parameters.jitter),
        },
      }),
  }),
  faultKind({
    name: "block",
    summary: "A firewall drops one service, and lets all others pass.",
    place: "path",
    firesAt: "message",
    parameters: Type.Object({
      service: Type.Enum(serviceNames, { description: `one of ${serviceNames.join(", ")}` }),
    }),
    words: ({ service }) => `${service} is blocked`,
    alarms: ({ service }) => alarmsOfServices[service] ?? [],
    begin: ({ scene, onPath, occurrence, parameters: { service } }) =>
      scene.world.network.add({
        concerns: (message) => belongsTo(service, message) && onPath(message),
        occurrence,
        effect: { kind: "lose" },
      }),
  }),
];
