import type { Instant } from "../../../world/duration.ts";
import type { Registration } from "./registration.ts";

/** As many as the predecessor keeps (user manual of the Border Controller). */
const KEPT = 255;

/** A registration that is over. */
export interface PastRegistration extends Registration {
  readonly endedAt: Instant;
}

/** The registrations that are over since the last restart. */
export class RegistrationHistory {
  readonly #past: PastRegistration[] = [];

  append(registration: PastRegistration): void {
    this.#past.unshift(registration);
    this.#past.length = Math.min(this.#past.length, KEPT);
  }

  removeAll(): void {
    this.#past.length = 0;
  }

  /** Newest first. */
  all(): readonly PastRegistration[] {
    return this.#past;
  }
}
