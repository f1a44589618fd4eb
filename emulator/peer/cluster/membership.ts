import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import type { Instant } from "../../world/duration.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import { entryState, type Contact, MISSES_UNTIL_LOST, type StateWord } from "./entry-state.ts";
import { type Links, PROBE_INTERVAL } from "./links.ts";
import type { ClusterSettings, PeerIndex } from "./settings.ts";

/** One line of the Clustering page. */
export interface PeerEntry {
  readonly index: PeerIndex;
  readonly address: string;
  readonly word: StateWord;
  readonly cause?: string;
  /** It has been Active since its address was saved. */
  readonly added: boolean;
  readonly lastStatusChange: Instant;
}

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: () => ClusterSettings;
  readonly softwareVersion: string;
  /** What the links know of a peer; undefined for a peer that has not restarted into its cluster: it has no links. */
  readonly links: Pick<Links, "contact" | "clockAhead"> | undefined;
  readonly onChange: () => void;
}

/** The list of peers with the word beside each, and who of them has ever been completely added. */
export class Membership {
  /** Stands in for the links of a peer that has not restarted into its cluster: nobody answers it. */
  readonly #unanswered = new Map<string, Contact>();
  readonly #lastWords = new Map<string, { word: StateWord; since: Instant }>();
  /** Peers that have been Active since their address was saved; kept over restarts, or each one would suspend the copy. */
  #addedPeers: ReadonlySet<string>;

  constructor(private readonly options: Options) {
    this.#addedPeers = new Set(options.store.state.get("added peers"));
  }

  /** The fields of the list that are not blank. */
  entries(): readonly PeerEntry[] {
    const settings = this.options.settings();
    return settings.fields.flatMap((address, place): PeerEntry[] => {
      if (address === "") return [];
      const state = entryState(address, settings, this.#contact(address));
      const lastStatusChange = this.#lastWords.get(address)?.since ?? this.options.clock.now();
      const index = (place + 1) as PeerIndex;
      return [{ index, address, ...state, added: this.#addedPeers.has(address), lastStatusChange }];
    });
  }

  /** The other peers of the list with what they told last. */
  others(): readonly ClusterPeer[] {
    return this.entries()
      .filter((entry) => entry.word !== "This system")
      .map(({ address, word, added }) => {
        const contact = this.#contact(address);
        // Who is heard and does not hear this peer is lost all the same.
        const report = contact && contact.misses < MISSES_UNTIL_LOST ? contact.report : undefined;
        const shares = word === "Active" && report?.softwareVersion === this.options.softwareVersion;
        return { address, word, added, shares, report, clockAhead: this.options.links?.clockAhead(address) ?? 0 };
      });
  }

  /** Keeps book of words that changed and of peers that have become Active. */
  observe(): void {
    const now = this.options.clock.now();
    const known = this.entries();
    for (const { address, word } of known) {
      if (this.#lastWords.get(address)?.word !== word) this.#lastWords.set(address, { word, since: now });
    }
    for (const address of this.#lastWords.keys()) {
      if (!known.some((entry) => entry.address === address)) this.#lastWords.delete(address);
    }
    const added = known.filter((entry) => entry.word === "Active" || entry.added).map((entry) => entry.address);
    if (added.length === this.#addedPeers.size && added.every((address) => this.#addedPeers.has(address))) return;
    this.#addedPeers = new Set(added);
    this.options.store.state.put("added peers", added);
  }

  /** Before the restart into the cluster nobody is asked, so a first round ends without answers. */
  awaitRestart(others: readonly string[]): void {
    for (const address of this.#unanswered.keys()) if (!others.includes(address)) this.#unanswered.delete(address);
    for (const address of others) {
      if (this.#unanswered.has(address)) continue;
      this.#unanswered.set(address, { rounds: 0, misses: 0, report: undefined });
      this.options.clock.after("unanswered probe", PROBE_INTERVAL, () => {
        if (!this.#unanswered.has(address)) return;
        this.#unanswered.set(address, { rounds: 1, misses: 1, report: undefined });
        this.options.onChange();
      });
    }
  }

  /** The peer goes down: nobody is waited for any more. */
  stop(): void {
    this.#unanswered.clear();
  }

  #contact(address: string): Contact | undefined {
    return this.options.links ? this.options.links.contact(address) : this.#unanswered.get(address);
  }
}
