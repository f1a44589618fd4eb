import type { Account } from "../../peer/accounts/accounts.ts";
import type { Device } from "../../peer/device.ts";
import { minutes } from "../../world/duration.ts";

/** The bar at the top of the next page. */
export interface Notice {
  readonly ok: boolean;
  readonly text: string;
}

/** Somebody who is logged in to the pages. */
export interface Session {
  readonly account: Account;
  /** The two cookies; both have to come back. */
  readonly sharpId: string;
  readonly tandbergLogin: string;
  /** The hidden field of every form: proof that the form is one of ours. */
  readonly formId: string;
  /** Monotonic, so that a step of the peer's clock throws nobody out. */
  lastSeen: number;
  /** Shown once. */
  notice: Notice | undefined;
}

export type FoundSession =
  | { readonly state: "live"; readonly session: Session }
  | { readonly state: "expired"; readonly session: Session }
  | { readonly state: "none" };

/** 128 bits: a cookie that cannot be guessed. */
const TOKEN_BYTES = 16;

/** The web sessions of one peer. A restart ends them all. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  constructor(private readonly device: Device) {}

  /** @returns undefined when one of the session limits is reached */
  open(account: Account): Session | undefined {
    for (const session of this.#sessions.values()) if (this.#isExpired(session)) this.close(session);
    const ofAccount = [...this.#sessions.values()].filter((session) => session.account.name === account.name).length;
    if (!this.#allows("Management Session MaxConcurrentSessionsTotal", this.#sessions.size)) return undefined;
    if (!this.#allows("Management Session MaxConcurrentSessionsUser", ofAccount)) return undefined;
    const session: Session = {
      account,
      sharpId: this.#token(),
      tandbergLogin: this.#token(),
      formId: this.#token(),
      lastSeen: this.device.clock.monotonic(),
      notice: undefined,
    };
    this.#sessions.set(session.sharpId, session);
    return session;
  }

  /** The session of a request, which counts as activity. One that has expired is told of once. */
  find(sharpId: string | undefined, tandbergLogin: string | undefined): FoundSession {
    const session = this.#sessions.get(sharpId ?? "");
    if (!session || session.tandbergLogin !== tandbergLogin) return { state: "none" };
    if (this.#isExpired(session)) {
      this.close(session);
      return { state: "expired", session };
    }
    session.lastSeen = this.device.clock.monotonic();
    return { state: "live", session };
  }

  close(session: Session): void {
    this.#sessions.delete(session.sharpId);
  }

  /** Administrator Guide, "Network services": 0 is no limit. */
  #allows(
    limit: "Management Session MaxConcurrentSessionsTotal" | "Management Session MaxConcurrentSessionsUser",
    present: number,
  ): boolean {
    const most = this.device.configuration.integer(limit);
    return most === 0 || present < most;
  }

  #isExpired(session: Session): boolean {
    const timeout = minutes(this.device.configuration.integer("Management Session InactivityTimeout"));
    return timeout > 0 && this.device.clock.monotonic() - session.lastSeen >= timeout;
  }

  #token(): string {
    return Buffer.from(this.device.random.bytes(TOKEN_BYTES)).toString("hex");
  }
}
