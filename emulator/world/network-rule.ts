import type { Milliseconds } from "./duration.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Occurrence } from "./occurrence.ts";

/** A datagram, a piece of a stream or an echo, on its way. The end of a stream that did not listen has port 0, as both of an echo. */
export interface Message {
  readonly protocol: "udp" | "tcp" | "icmp";
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** What the network does to messages on purpose. */
export interface NetworkRule {
  concerns(message: Message): boolean;
  readonly occurrence: Occurrence;
  readonly effect:
    | { readonly kind: "lose" }
    | {
        readonly kind: "hold up";
        readonly delay: Milliseconds;
        /** Up to this much is added at random, so that datagrams may overtake each other. */
        readonly jitter: Milliseconds;
      };
}

/** What becomes of one message: it is lost, or arrives so much later. */
export type Fate = "lost" | Milliseconds;

/** Applies all rules to one message, in the order in which they were added. */
export function fateOf(message: Message, rules: Iterable<NetworkRule>): Fate {
  let late: Milliseconds = 0;
  for (const rule of rules) {
    const { occurrence, effect } = rule;
    if (!rule.concerns(message) || !occurrence.fires()) continue;
    if (effect.kind === "lose") return "lost";
    late += effect.delay + (effect.jitter === 0 ? 0 : effect.jitter * occurrence.random.fraction());
  }
  return late;
}

/** The longest that the rules hold a message up, each time that all of them fire. None is asked to. */
export function longestDelay(message: Message, rules: Iterable<NetworkRule>): Milliseconds {
  let late: Milliseconds = 0;
  for (const rule of rules) {
    const { effect } = rule;
    if (effect.kind === "hold up" && rule.concerns(message)) late += effect.delay + effect.jitter;
  }
  return late;
}

/** The rule does the same each time. */
export const isSteady = ({ occurrence, effect }: NetworkRule): boolean =>
  occurrence.always && (effect.kind === "lose" || effect.jitter === 0);
