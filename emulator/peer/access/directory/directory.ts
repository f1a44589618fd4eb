import { isDeepStrictEqual } from "node:util";
import type { Timer } from "../../../world/clock.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { PeerWorld } from "../../../world/peer-world.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { ServerSecurity } from "../certificates/server-security.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValues } from "../../core/status-values.ts";
import { failureReasons, DirectoryFailure } from "./failure-reasons.ts";
import { directoryAlarms } from "./directory-alarms.ts";
import { answerKey, CachedAnswers } from "./cached-answers.ts";
import { checkAccountsBase, lookUp, type Member } from "./look-up.ts";
import { openSession, type DirectorySession } from "./open-session.ts";
import { findServers, type DirectoryServer } from "./servers.ts";
import { directorySettings, missingSettings, type DirectorySettings } from "./settings.ts";

/** So that a form of many fields is checked once. */
const CHECK_AFTER: Milliseconds = seconds(1);
/** How soon a directory that failed is tried again, without anybody logging in. */
const TRY_AGAIN_AFTER: Milliseconds = seconds(60);

export interface DirectoryOptions {
  readonly world: PeerWorld;
  readonly configuration: Configuration;
  readonly resolver: Resolver;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly security: Pick<ServerSecurity, "trusted" | "ofDirectory">;
  /** LAN 1 IPv4 address: where it connects from. */
  readonly address: string;
}

/** How the directory was when it was asked last. */
type Found =
  | { readonly state: "Active" | "Initializing"; readonly server?: DirectoryServer }
  | { readonly state: "Failed"; readonly cause: string; readonly server?: DirectoryServer };

/** The server that was tried last. */
interface Attempt {
  server?: DirectoryServer;
}

type Reason = "login" | "check";

/** What is done within one session. */
type Work<T> = (session: DirectorySession, settings: DirectorySettings) => Promise<T>;

/** The LDAP server that knows administrators (Administrator Guide, "Configuring remote account authentication using LDAP"). */
export class Directory implements Part {
  readonly name = "directory";
  readonly status: StatusProviders = { LDAP: () => this.#status() };
  readonly alarmConditions: readonly AlarmCondition[];
  readonly #kept: CachedAnswers;
  /** Those under way, so that several requests of one program are one look-up. */
  readonly #asked = new Map<string, Promise<Member | undefined>>();
  #found: Found = { state: "Initializing" };
  #check: Timer | undefined;
  #stopped = false;

  constructor(private readonly options: DirectoryOptions) {
    const { security, world } = options;
    this.#kept = new CachedAnswers(world.clock);
    this.alarmConditions = directoryAlarms({ settings: () => this.#settings(), used: () => this.used, security });
  }

  start(): void {
    this.options.configuration.onChange((changes) => {
      if (changes.some(({ path }) => /^(Login (Source|Remote)|DNS|IP DNS) /.test(path))) this.#restart();
    });
    this.#restart();
  }

  stop(): void {
    this.#stopped = true;
    this.#check?.cancel();
  }

  /** Whether administrators are looked for there. */
  get used(): boolean {
    return this.options.configuration.get("Login Source Admin") !== "LocalOnly";
  }

  /** How the directory was when it was asked last. */
  get found(): Found {
    return this.#found;
  }

  /** Whose name and password these are; undefined when they are nobody's, and when the directory cannot be asked. */
  find(name: string, password: string): Promise<Member | undefined> {
    const key = answerKey(this.#settings(), name, password);
    const kept = this.#kept.find(key);
    if (kept) return Promise.resolve(kept);
    const asked = this.#asked.get(key) ?? this.#lookUp(key, name, password).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #lookUp(key: string, name: string, password: string): Promise<Member | undefined> {
    const member = await this.#ask("login", (session, settings) => lookUp(session, settings, name, password));
    if (member) this.#kept.keep(key, member);
    return member;
  }

  #restart(): void {
    this.#check?.cancel();
    this.#is({ state: "Initializing" });
    if (this.used) this.#checkAfter(CHECK_AFTER);
  }

  #checkAfter(delay: Milliseconds): void {
    this.#check?.cancel();
    this.#check = this.options.world.clock.after("directory check", delay, () => this.#ask("check", checkAccountsBase));
  }

  /** Does something in a session with the directory, and remembers how it was; undefined when it could not be done. */
  async #ask<T>(why: Reason, work: Work<T>): Promise<T | undefined> {
    const settings = this.#settings();
    // What was found by other settings than those of now says nothing.
    const remember = (found: Found): void => {
      if (!this.#stopped && isDeepStrictEqual(settings, this.#settings())) this.#is(found);
    };
    const attempt: Attempt = {};
    try {
      const done = await this.#try(attempt, settings, work);
      remember({ state: "Active", ...attempt });
      return done;
    } catch (error) {
      const { reason, detail } = asFailure(error);
      if (this.#stopped) return undefined;
      const known = this.#found.state === "Failed" && this.#found.cause === reason;
      remember({ state: "Failed", cause: reason, ...attempt });
      if (this.used) this.#checkAfter(TRY_AGAIN_AFTER);
      if (why === "login" || !known) this.#logFailure(reason, attempt.server?.name ?? settings.server, attempt, detail);
      return undefined;
    }
  }

  /** @throws DirectoryFailure when no server takes the peer, or the one that does cannot do what is asked */
  async #try<T>(attempt: Attempt, settings: DirectorySettings, work: Work<T>): Promise<T> {
    if (missingSettings(settings).length > 0) throw new DirectoryFailure(failureReasons.incomplete);
    let failure = new DirectoryFailure(failureReasons.unresolved);
    for (const server of await findServers(this.options, settings)) {
      attempt.server = server;
      const session = await openSession(this.options, settings, server).catch((error: unknown) => {
        failure = asFailure(error);
      });
      if (session) return work(session, settings).finally(() => session.ldap.close());
    }
    throw failure;
  }

  #logFailure(reason: string, name: string, { server }: Attempt, detail: string | undefined): void {
    const where = server ? `name:${name} ${server.address}:${server.port}` : `name:${name}`;
    this.options.log.event("tvcs", "External Server Communications Failure", {
      Reason: reason,
      Service: "LDAP",
      Detail: detail === undefined ? where : `${where}; ${detail}`,
    });
  }

  #is(found: Found): void {
    this.#found = found;
    this.options.facts.changed();
  }

  #settings(): DirectorySettings {
    return directorySettings(this.options.configuration);
  }

  #status(): StatusValues {
    if (!this.used) return { Status: "Inactive" };
    const { state, server } = this.#found;
    return {
      Status: state,
      Cause: this.#found.state === "Failed" ? this.#found.cause : undefined,
      Address: server?.address,
      Port: server?.port,
    };
  }
}

function asFailure(error: unknown): DirectoryFailure {
  if (error instanceof DirectoryFailure) return error;
  throw error;
}
