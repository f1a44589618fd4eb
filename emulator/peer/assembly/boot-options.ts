import type { Store } from "../../store/store.ts";
import type { PeerWorld } from "../../world/peer-world.ts";
import type { Identity } from "../core/identity.ts";
import type { Journal } from "../core/journal.ts";
import type { GoingDown } from "../maintenance/going-down.ts";
import type { MaintenanceTimes } from "../maintenance/times.ts";
import type { Incident } from "../monitoring/diagnostics/incident-report.ts";
import type { FalseReading } from "../monitoring/hardware/hardware-monitor.ts";

/** What one life of a peer is built of: its box, its world, and what the lab does to it. */
export interface BootOptions {
  readonly world: PeerWorld;
  readonly store: Store;
  readonly identity: Identity;
  readonly times: MaintenanceTimes;
  readonly onGoingDown: (down: GoingDown) => void;
  /** The key that the lab puts in place of the configured pre-shared key, if it does. */
  readonly falseKey: () => string | undefined;
  /** The software version that the lab has the peer install without an end, if it does. */
  readonly stalledUpgrade: () => string | undefined;
  /** What the lab has the sensors of an appliance read. */
  readonly falseReadings: () => readonly FalseReading[];
  /** How the previous life ended, where that was not in order. */
  readonly unexpectedEnd: Incident | undefined;
  /** Records what the peer is asked. */
  readonly journal: Journal;
  /** Whether anybody can come in: accounts and certificates are slow to make, and nobody else needs them. */
  readonly hasSurfaces: boolean;
}
