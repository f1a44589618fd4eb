import type { Evidence } from "../core/alarm-condition.ts";
import type { Product } from "../core/identity.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { DatabaseFailure } from "./database-failures.ts";
import type { ClusterSettings } from "./settings.ts";

/** A copy that went wrong in a way that does not pass by itself; it stands until `xCommand ForceConfigUpdate`. */
export interface CopyFailure {
  readonly kind: "conflict" | "not equal afterwards" | "no peer file";
  /** What was seen, for the support engineer. */
  readonly detail: string;
}

/** Everything that decides whether this peer copies, and why not. */
export interface ReplicationFacts {
  /** Why this peer's database is not to be relied on, if it is not. */
  readonly databaseFailure: Evidence | undefined;
  readonly settings: ClusterSettings;
  /** It is to take its configuration from another, though that may be a blank field. */
  readonly subordinate: boolean;
  readonly h323On: boolean;
  readonly lan1Nat: boolean;
  readonly ntpSynchronized: boolean;
  readonly softwareVersion: string;
  readonly product: Product;
  /** Another version is being installed here. */
  readonly upgrading: boolean;
  readonly others: readonly ClusterPeer[];
  readonly primary: ClusterPeer | undefined;
  readonly copyFailure: CopyFailure | undefined;
  /** The peers whose database this one cannot reach, or that cannot reach its own; and why, as far as this peer knows. */
  readonly databaseFailures: ReadonlyMap<string, DatabaseFailure>;
  /** The peers that the database was exchanged with since they came into contact. */
  readonly databaseContacts: ReadonlySet<string>;
}
