import type { AlarmId } from "../../model/alarms/index.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { LabFacts, PeerFacts } from "./lab-facts.ts";
import type { Cause } from "./cause.ts";

/** `expe1`, `expe1 and expe2`, `expe1, expe2 and expe3`. */
export function and(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

export const namesOf = (peers: readonly PeerFacts[]): readonly string[] => peers.map(({ name }) => name);

/** The same alarms on each of several peers. */
export const showsOn = (names: readonly string[], alarms: readonly AlarmId[]): Cause["shows"] =>
  Object.fromEntries(names.map((name) => [name, alarms]));

/** Whole seconds as `xtwin clock advance` takes them: `2m40s`. */
export function span(milliseconds: Milliseconds): string {
  const all = Math.max(1, Math.ceil(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return [hours && `${hours}h`, minutes && `${minutes}m`, seconds && `${seconds}s`].filter(Boolean).join("");
}

/** How time passes: by itself, or not where it stands still. */
export const waiting = ({ frozen }: Pick<LabFacts, "frozen">, length: string): string =>
  frozen ? `xtwin clock advance ${length}, for the lab's time stands still` : `wait, or xtwin clock advance ${length}`;
