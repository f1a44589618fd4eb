import type { Call } from "./call.ts";
import { Counter, type Count } from "./counter.ts";

export type CallType = "traversal" | "nonTraversal";

/** What licenses tell apart: SIP calls with audio alone, and all others. */
export type CountedMedia = "video" | "audio";

interface CountersOfType {
  readonly all: Counter;
  readonly video: Counter;
  readonly audio: Counter;
  /** Halves of licenses. */
  readonly tokens: Counter;
}

/** How many calls of each type there are, were at most, and have been since the restart. */
export class CallCounters {
  readonly #types: Readonly<Record<CallType, CountersOfType>> = { traversal: counters(), nonTraversal: counters() };

  connected(call: Call): void {
    for (const [counter, amount] of this.#of(call)) counter.up(amount);
  }

  ended(call: Call): void {
    for (const [counter, amount] of this.#of(call)) counter.down(amount);
  }

  calls(type: CallType, media: CountedMedia | "all" = "all"): Count {
    return this.#types[type][media].values;
  }

  /** Halves of licenses that calls of a type took at once, at most. */
  peakTokens(type: CallType): number {
    return this.#types[type].tokens.values.Max;
  }

  #of({ traversal, media, protocol, tokens }: Call): readonly (readonly [Counter, number])[] {
    const counted = this.#types[traversal ? "traversal" : "nonTraversal"];
    const ofMedia = media === "audio" && protocol === "SIP" ? counted.audio : counted.video;
    return [
      [counted.all, 1],
      [ofMedia, 1],
      [counted.tokens, tokens],
    ];
  }
}

const counters = (): CountersOfType => ({
  all: new Counter(),
  video: new Counter(),
  audio: new Counter(),
  tokens: new Counter(),
});
