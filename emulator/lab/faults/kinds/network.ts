import { Type } from "typebox";
import { parseDuration } from "../../control/parse-duration.ts";
import { faultKind } from "../fault-kind.ts";
import { share, span } from "../rule-members.ts";
import { belongsTo, serviceNames } from "../services.ts";

/** Faults of the network between the peers, and between them and the lab's servers. */
export const networkKinds = [
  faultKind({
    name: "cut",
    summary: "Nothing passes.",
    place: "path",
    firesAt: "message",
    parameters: Type.Object({}),
    words: () => "nothing passes",
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
    words: ({ delay, jitter }) => `messages arrive ${delay}${jitter === undefined ? "" : ` to ${jitter} more`} later`,
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
    begin: ({ scene, onPath, occurrence, parameters: { service } }) =>
      scene.world.network.add({
        concerns: (message) => belongsTo(service, message) && onPath(message),
        occurrence,
        effect: { kind: "lose" },
      }),
  }),
];
