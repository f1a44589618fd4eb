import type { Timer } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { PeerWorld } from "../../world/peer-world.ts";
import type { AlarmCondition } from "../alarms/alarm-condition.ts";
import type { Unimplemented } from "../commands/unimplemented.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Facts } from "../facts.ts";
import type { EventLog } from "../logging/event-log.ts";
import type { Resolver } from "../names/resolver.ts";
import type { Part } from "../part.ts";
import type { StatusProviders, StatusValues } from "../status/status-values.ts";
import { directoryCauses, DirectoryFailure } from "./causes.ts";
import { directoryAlarms } from "./directory-alarms.ts";
import { answerKey, KeptAnswers } from "./kept-answers.ts";
import type { LdapSession } from "./ldap-session.ts";
import type { Member } from "./look-up.ts";
import type { DirectoryServer } from "./servers.ts";
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
  readonly unimplemented: Unimplemented;
  /** CA certificates, PEM; blank when there are none. */
  readonly certificates: { readonly trusted: string };
  /** LAN 1 IPv4 address: where it connects from. */
  readonly address: string;
}

/** How the directory was when it was asked last. */
type Found =
  | { readonly state: "Active" | "Initializing"; readonly server?: DirectoryServer }
  | { readonly state: "Failed"; readonly cause: string; readonly server?: DirectoryServer };

/** What is done within one session. */
type Work<T> = (session: LdapSession, settings: DirectorySettings, parts: Parts) => Promise<T>;
type Parts = typeof import("./look-up.ts");

/** The LDAP server that knows administrators (Administrator Guide, "Configuring remote account authentication using LDAP"). */
export class Directory implements Part {
  readonly name = "directory";
  readonly status: StatusProviders = { LDAP: () => this.#status() };
  readonly alarmConditions: readonly AlarmCondition[];
  readonly #kept: KeptAnswers;
  /** Those under way, so that several requests of one program are one look-up. */
  readonly #asked = new Map<string, Promise<Member | undefined>>();
  #found: Found = { state: "Initializing" };
  #check: Timer | undefined;

  constructor(private readonly options: DirectoryOptions) {
    const { configuration, certificates, world } = options;
    this.#kept = new KeptAnswers(world.clock);
    this.alarmConditions = directoryAlarms({ settings: () => this.#settings(), used: () => this.used, certificates });
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => /^(Login (Source|Remote)|DNS|IP DNS) /.test(path))) this.#restart();
    });
  }

  start(): void {
    this.#restart();
  }

  stop(): void {
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
    try {
      const member = await this.#ask((session, settings, { lookUp }) => lookUp(session, settings, name, password));
      if (member) this.#kept.keep(key, member);
      return member;
    } catch (error) {
      this.#failed(error, "every time");
      return undefined;
    }
  }

  #restart(): void {
    this.#found = { state: "Initializing" };
    this.#check?.cancel();
    if (this.used) this.#checkAfter(CHECK_AFTER);
  }

  #checkAfter(delay: Milliseconds): void {
    this.#check?.cancel();
    this.#check = this.options.world.clock.after("directory check", delay, async () => {
      try {
        await this.#ask((session, settings, { checkAccountsBase }) => checkAccountsBase(session, settings));
      } catch (error) {
        this.#failed(error, "first time");
      }
    });
  }

  /** Does something in a session with the first server that takes the peer. @throws DirectoryFailure */
  async #ask<T>(work: Work<T>): Promise<T> {
    const { world, resolver } = this.options;
    const settings = this.#settings();
    if (missingSettings(settings).length > 0) throw new DirectoryFailure(directoryCauses.incomplete);
    // The library behind it is large, and most peers never speak to a directory.
    const [lookUps, { openSession }, { findServers }] = await world.track(
      Promise.all([import("./look-up.ts"), import("./open-session.ts"), import("./servers.ts")]),
    );
    const servers = await findServers(resolver, settings);
    let failure = new DirectoryFailure(directoryCauses.unresolved);
    for (const server of servers) {
      this.#found = { ...this.#found, server };
      const session = await openSession({ ...this.options, ...world }, settings, server).catch((error: unknown) => {
        failure = asFailure(error);
      });
      if (!session) continue;
      try {
        const done = await work(session, settings, lookUps);
        this.#is({ state: "Active", server });
        return done;
      } finally {
        session.close();
      }
    }
    throw failure;
  }

  #failed(error: unknown, logged: "every time" | "first time"): void {
    const { reason, detail } = asFailure(error);
    const { server } = this.#found;
    const before = this.#found.state === "Failed" ? this.#found.cause : undefined;
    this.#is({ state: "Failed", cause: reason, ...(server && { server }) });
    if (this.used) this.#checkAfter(TRY_AGAIN_AFTER);
    if (logged === "first time" && before === reason) return;
    const where = server ? `${server.name} ${server.address}:${server.port}` : this.#settings().server;
    this.options.log.event("tvcs", "External Server Communications Failure", {
      Reason: reason,
      Service: "LDAP",
      Detail: [`name:${where}`, ...(detail === undefined ? [] : [detail])].join("; "),
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
