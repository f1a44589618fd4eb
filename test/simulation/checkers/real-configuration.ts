import type { Checker, Moment, Tell } from "./checker.ts";

/** Cluster-wide configuration is always one that a primary really had, or what was edited on this very peer since. */
export class ConfigurationIsReal implements Checker {
  readonly invariant = "real";
  readonly follows = "state";
  /** Digests of configurations that a peer had while it took none from another: what may be copied. */
  readonly #authored = new Set<string>();

  look({ views }: Moment, tell: Tell): void {
    // Whoever is a primary at this moment may have been copied from at this moment.
    for (const { device, digest } of views) if (!device.configuration.subordinate) this.#authored.add(digest);
    for (const { index, device, digest } of views) {
      const { cluster, configuration } = device;
      if (!configuration.subordinate || this.#authored.has(digest) || configuration.editedHere.length > 0) continue;
      // A copy may be undone by edits of the primary's that nobody saw at their own moment: several in one event.
      if (cluster.lastSynchronization === undefined) continue;
      tell(`peer ${index}`, "its configuration is none that a primary had");
    }
  }
}
