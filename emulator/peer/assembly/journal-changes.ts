import type { Cluster } from "../cluster/cluster.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { JournalEntry, Role } from "../core/journal.ts";

const MASK = "****";

/** What a peer is in its cluster now. */
export function roleOf({ clustered, primary }: Pick<Cluster, "clustered" | "primary">): Role {
  if (!clustered) return "stand-alone";
  return primary ? "primary" : "subordinate";
}

/** Takes down each item that somebody changes. What a copy brings, or the peer does by itself, is nobody's doing. */
export function journalChanges(configuration: Configuration, journal: (entry: JournalEntry) => void): void {
  configuration.onChange((changes, { user, via }) => {
    if (via === "replication" || via === "management") return;
    for (const { path, item, to } of changes) {
      const value = item.values.kind === "secret" ? MASK : to;
      journal({ kind: "change", account: user, scope: item.scope, what: `${path}: ${value}` });
    }
  });
}

/** A word that names a secret, and what follows it up to the end of its quotes, or of the word. */
const secret = /((?:password|presharedkey|passphrase|community)\S*\s+)("[^"]*"|\S+)/gi;

/** A line of a command shell with its secrets masked. */
export const withoutSecrets = (line: string): string => line.replaceAll(secret, `$1${MASK}`);
