import { minutes, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { Group } from "./group.ts";
import { Streaks } from "./streaks.ts";

/** Alarms that tell an operator of settings that differ from peer to peer. */
const SETTINGS_DIFFER: readonly number[] = [20012, 20013, 20017];
const TOLD_WITHIN: Milliseconds = minutes(1);
const WELL_MEANS_EQUAL: Milliseconds = minutes(5);

const peersOf = ({ members }: Group): string => `peers ${members.map(({ index }) => index).join(", ")}`;

/** I2: a group with two primaries says so on each of its peers. */
export class PrimariesAreTold implements Checker {
  readonly invariant = "I2";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, groups }: Moment, tell: Tell): void {
    for (const group of groups) {
      const primaries = group.members.filter((member) => member.isOwnPrimary);
      const silent = group.members.filter(({ alarms }) => !SETTINGS_DIFFER.some((alarm) => alarms.has(alarm)));
      if (primaries.length < 2 || silent.length === 0) continue;
      const like = primaries.map(({ index }) => index).join();
      if (this.#streaks.note(group.name, now, like) > TOLD_WITHIN)
        tell(
          peersOf(group),
          `peers ${primaries.map(({ index }) => index).join(" and ")} are primaries, and peers ${silent.map(({ index }) => index).join(", ")} do not say so`,
        );
    }
    this.#streaks.endLook();
  }
}

/** I2b: a group of which nobody says that anything is wrong has one configuration, but for what was edited just now. */
export class WellMeansEqual implements Checker {
  readonly invariant = "I2b";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, groups }: Moment, tell: Tell): void {
    for (const group of groups) {
      const { members } = group;
      const digests = members.map(({ digest }) => digest);
      if (digests.every((digest) => digest === digests[0])) continue;
      if (members.some(({ database, trouble }) => database !== "Active" || trouble.length > 0)) continue;
      if (this.#streaks.note(group.name, now, digests.join()) > WELL_MEANS_EQUAL)
        tell(peersOf(group), "are well by what they say, and differ");
    }
    this.#streaks.endLook();
  }
}
