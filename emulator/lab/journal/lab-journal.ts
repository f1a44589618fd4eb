import type { Journal, JournalEntry, Role } from "../../peer/core/journal.ts";
import type { Clock } from "../../world/clock.ts";
import type { Instant } from "../../world/duration.ts";

/** So many entries are kept; of a longer history the newest. */
export const ENTRIES_KEPT = 20_000;

/** An entry with what the lab knows of it. */
export type JournalRecord = JournalEntry & {
  /** Counts from 1 in the life of the lab. */
  readonly id: number;
  /** The lab's time, ISO 8601. */
  readonly at: string;
  readonly peer: string;
  readonly role: Role;
};

/** As it came: a record is made of it when somebody reads the journal. */
interface Kept {
  readonly id: number;
  readonly moment: Instant;
  readonly peer: string;
  readonly role: Role;
  readonly entry: JournalEntry;
}

const asRecord = ({ id, moment, peer, role, entry }: Kept): JournalRecord => ({
  id,
  at: new Date(moment).toISOString(),
  peer,
  role,
  ...entry,
});

/** Something that peers were asked for and that the twin does not have. */
export interface UnservedRequest {
  readonly what: string;
  readonly times: number;
  readonly peers: readonly string[];
  /** When it was asked for last. */
  readonly last: string;
}

/** What all peers of a lab were asked, oldest first, over their restarts. */
export class LabJournal {
  #kept: Kept[] = [];
  #lastId = 0;

  constructor(private readonly clock: Clock) {}

  /** The journal of one peer. */
  of(peer: string): Journal {
    return (entry, role) => {
      this.#kept.push({ id: ++this.#lastId, moment: this.clock.now(), peer, role, entry });
      // Cut rarely, and then by half: each cut copies what is left.
      if (this.#kept.length > 2 * ENTRIES_KEPT) this.#kept = this.#kept.slice(-ENTRIES_KEPT);
    };
  }

  get records(): readonly JournalRecord[] {
    return this.#kept.slice(-ENTRIES_KEPT).map(asRecord);
  }

  clear(): void {
    this.#kept = [];
  }

  /** Every request that the twin could not serve, the most frequent first. */
  unserved(): readonly UnservedRequest[] {
    const found = new Map<string, UnservedRequest>();
    for (const { kind, what, peer, at } of this.#kept.map(asRecord)) {
      if (kind !== "unserved") continue;
      const { times = 0, peers = [] } = found.get(what) ?? {};
      found.set(what, { what, times: times + 1, peers: peers.includes(peer) ? peers : [...peers, peer], last: at });
    }
    return [...found.values()].toSorted((a, b) => b.times - a.times || (a.what < b.what ? -1 : 1));
  }
}
