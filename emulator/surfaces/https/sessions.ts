import type { Account } from "../../peer/access/accounts/account.ts";
import type { ActiveSession } from "../../peer/access/accounts/active-sessions.ts";
import type { Device } from "../../peer/device.ts";

/** The bar at the top of the next page. */
export interface Notice {
  readonly ok: boolean;
  readonly text: string;
}

/** Somebody who is logged in to the pages. */
export interface Session {
  /** As it was when the last request came in: rights that are taken away are gone with the next click. */
  account: Account;
  readonly active: ActiveSession;
  /** The two cookies; both have to come back. */
  readonly sharpId: string;
  readonly tandbergLogin: string;
  /** The hidden field of every form: proof that the form is one of ours. */
  readonly formId: string;
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
  open(account: Account, source: ActiveSession["source"]): Session | undefined {
    for (const session of this.#sessions.values()) if (session.active.expired) this.close(session);
    const active = this.device.sessions.open({ user: account.name, type: "Web", source }, (by) =>
      this.#end(session, `Terminated by ${by}`),
    );
    if (!active) return undefined;
    const session: Session = {
      account,
      active,
      sharpId: this.#token(),
      tandbergLogin: this.#token(),
      formId: this.#token(),
      notice: undefined,
    };
    this.#sessions.set(session.sharpId, session);
    return session;
  }

  /** The session of a request, which counts as activity. One that has expired is told of once. */
  find(sharpId: string | undefined, tandbergLogin: string | undefined): FoundSession {
    const session = this.#sessions.get(sharpId ?? "");
    if (!session || session.tandbergLogin !== tandbergLogin) return { state: "none" };
    if (session.active.expired) {
      this.close(session);
      return { state: "expired", session };
    }
    const account = this.device.accounts.mayEnter(session.account, "web");
    if (!account) {
      this.#end(session, "The account has no access any more");
      return { state: "none" };
    }
    session.account = account;
    session.active.touch();
    return { state: "live", session };
  }

  /** The live session of a request that a page makes by itself: it is no activity, and ends nothing. */
  watching(sharpId: string | undefined, tandbergLogin: string | undefined): Session | undefined {
    const session = this.#sessions.get(sharpId ?? "");
    if (session?.tandbergLogin !== tandbergLogin || session?.active.expired !== false) return undefined;
    return this.device.accounts.mayEnter(session.account, "web") && session;
  }

  close(session: Session): void {
    this.#sessions.delete(session.sharpId);
    session.active.close();
  }

  /** Ends a session that its owner did not leave. */
  #end(session: Session, detail: string): void {
    this.close(session);
    const { user, source } = session.active;
    const { address, port } = source;
    this.device.log.event("web", "Admin Session Finish", {
      User: user,
      "Src-ip": address,
      "Src-port": port,
      Detail: detail,
    });
  }

  #token(): string {
    return Buffer.from(this.device.random.bytes(TOKEN_BYTES)).toString("hex");
  }
}
