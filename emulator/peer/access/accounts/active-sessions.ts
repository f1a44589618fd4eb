import type { Clock } from "../../../world/clock.ts";
import { minutes, type Instant } from "../../../world/duration.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";

/** Whom a session is of, and where they are. */
export interface SessionOwner {
  readonly user: string;
  readonly type: "Web" | "CLI";
  readonly source: { readonly address: string; readonly port: number };
}

/** One administrator who is logged in. */
export interface ActiveSession extends SessionOwner {
  readonly id: string;
  readonly loggedInAt: Instant;
  readonly lastAccess: Instant;
  /** Nothing has come in for as long as the time-out says. */
  readonly expired: boolean;
  /** Something has come in. */
  touch(): void;
  /** It is over. */
  close(): void;
  /** Throws its owner out. */
  terminate(by: string): void;
}

/** The sessions of administrators on one peer, of pages and CLI alike. A restart ends them all. */
export class ActiveSessions {
  readonly #sessions = new Map<string, ActiveSession>();

  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * @param end ends the session where it is served; it is told by whom it was terminated
   * @returns undefined when one of the session limits is reached
   */
  open(owner: SessionOwner, end: (by: string) => void): ActiveSession | undefined {
    if (!this.#hasRoomFor(owner.user)) return undefined;
    const { clock, configuration } = this;
    const forget = (): boolean => this.#sessions.delete(session.id);
    let seenAt = clock.monotonic();
    let lastAccess = clock.now();
    const session: ActiveSession = {
      ...owner,
      id: this.random.uuid(),
      loggedInAt: clock.now(),
      get lastAccess() {
        return lastAccess;
      },
      get expired() {
        const timeout = minutes(configuration.integer("Management Session InactivityTimeout"));
        // Monotonic, so that a step of the peer's clock throws nobody out.
        return timeout > 0 && clock.monotonic() - seenAt >= timeout;
      },
      touch: () => {
        seenAt = clock.monotonic();
        lastAccess = clock.now();
      },
      close: forget,
      terminate: (by) => {
        forget();
        end(by);
      },
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** Those that have not expired, the oldest first. */
  all(): readonly ActiveSession[] {
    return [...this.#sessions.values()].filter((session) => !session.expired);
  }

  /** Administrator Guide, "Network services": 0 is no limit. There is none for root, whose sessions count nevertheless. */
  #hasRoomFor(user: string): boolean {
    if (user === "root") return true;
    const present = this.all();
    const ofUser = present.filter((session) => session.user === user);
    return (
      this.#allows("Management Session MaxConcurrentSessionsTotal", present.length) &&
      this.#allows("Management Session MaxConcurrentSessionsUser", ofUser.length)
    );
  }

  #allows(
    limit: "Management Session MaxConcurrentSessionsTotal" | "Management Session MaxConcurrentSessionsUser",
    present: number,
  ): boolean {
    const most = this.configuration.integer(limit);
    return most === 0 || present < most;
  }
}
