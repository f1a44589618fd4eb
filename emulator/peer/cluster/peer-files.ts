import type { Store } from "../../store/store.ts";

/**
 * The configuration files that the product keeps for each subordinate, on the primary and on the peer itself (Guide,
 * Appendix 1: "cannot find primary or this subordinate's peer configuration file"). Here a file is the fact that it is there.
 */
export class PeerFiles {
  constructor(private readonly store: Store) {}

  /** True while this subordinate has its own file. */
  get own(): boolean {
    return this.store.state.get("peer file") !== undefined;
  }

  /** The file of this subordinate is written with its first copy, and again with a forced one. */
  writeOwn(lineage: string): void {
    if (this.store.state.get("peer file")?.lineage !== lineage) this.store.state.put("peer file", { lineage });
  }

  /** Does this primary hold the file of a peer? */
  holds(address: string): boolean {
    return this.store.state.get("files of peers")?.includes(address) ?? false;
  }

  write(address: string): void {
    if (!this.holds(address))
      this.store.state.put("files of peers", [...(this.store.state.get("files of peers") ?? []), address]);
  }

  /** Peers that left the list take their files with them. */
  keepOnly(addresses: readonly string[]): void {
    const held = this.store.state.get("files of peers") ?? [];
    const kept = held.filter((address) => addresses.includes(address));
    if (kept.length !== held.length) this.store.state.put("files of peers", kept);
  }

  /** Loses every file, as a fault would. */
  lose(): void {
    this.store.state.remove("peer file");
    this.store.state.remove("files of peers");
  }
}
