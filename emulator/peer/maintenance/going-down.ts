import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import type { Random } from "../../world/random.ts";

/** What an operator asks for on Maintenance > Restart options. */
export type RestartKind = "restart" | "reboot" | "shutdown";

/** The box that a store is of: what is the same whatever happens to the store. */
export interface Box {
  readonly clock: Clock;
  readonly random: Random;
  readonly serialNumber: string;
  /** LAN 1 IPv4 address of the box as unpacked. */
  readonly address: string;
}

/** Does something to the store of a peer that has stopped. */
export type Rebuild = (store: Store, box: Box) => void;

/** A peer goes down: for what, and what is done to its store as soon as nothing runs on it any more. */
export interface GoingDown {
  readonly kind: RestartKind | "factoryReset";
  readonly rebuild?: Rebuild;
}
