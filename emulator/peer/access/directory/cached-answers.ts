import { createHash } from "node:crypto";
import type { Clock } from "../../../world/clock.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { Member } from "./look-up.ts";
import type { DirectorySettings } from "./settings.ts";

/** Programs send Basic with every request. How long the product keeps an answer is not told. */
const KEPT_FOR: Milliseconds = seconds(60);
const MOST_KEPT = 64;

/** Names and passwords that were right a moment ago, as hashes, by the settings that they were asked with. */
export class CachedAnswers {
  readonly #answers = new Map<string, { readonly member: Member; readonly until: Milliseconds }>();

  constructor(private readonly clock: Clock) {}

  find(key: string): Member | undefined {
    const kept = this.#answers.get(key);
    return kept && kept.until > this.clock.monotonic() ? kept.member : undefined;
  }

  keep(key: string, member: Member): void {
    if (this.#answers.size >= MOST_KEPT) this.#answers.clear();
    this.#answers.set(key, { member, until: this.clock.monotonic() + KEPT_FOR });
  }
}

/** What an answer is kept by. */
export const answerKey = (settings: DirectorySettings, name: string, password: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings, name, password]))
    .digest("base64");
