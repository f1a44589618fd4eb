import { ldapResult } from "../../../../protocol/ldap/result-codes.ts";
import type { Connection } from "../../../world/network.ts";
import { secure } from "../../../world/secure-connection.ts";
import type { World } from "../../../world/world.ts";
import type { ServerSecurity } from "../certificates/server-security.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { binder, type Bind } from "./bind.ts";
import { bindFailure, failureReasons, DirectoryFailure } from "./failure-reasons.ts";
import { LdapSession, type LdapAround } from "./ldap-session.ts";
import type { DirectoryServer } from "./servers.ts";
import type { DirectorySettings } from "./settings.ts";
import { within } from "./pending.ts";

/** Where TLS comes first (LDAPS, the global catalog of Active Directory); on other ports LDAP asks for it with StartTLS. */
const PORTS_OF_TLS: readonly number[] = [636, 3269];

export interface SessionOptions {
  readonly world: World;
  readonly log: EventLog;
  readonly address: string;
  readonly security: Pick<ServerSecurity, "trusted" | "ofDirectory">;
}

/** A session with a server of the directory. */
export interface DirectorySession {
  readonly ldap: LdapSession;
  readonly bind: Bind;
}

/** Connects to a server and binds as the peer itself. @throws DirectoryFailure when that cannot be */
export async function openSession(
  options: SessionOptions,
  settings: DirectorySettings,
  server: DirectoryServer,
): Promise<DirectorySession> {
  const connection = options.world.network.connect(options.address, { address: server.address, port: server.port });
  try {
    const spoken = settings.encrypted ? await encrypt(options, settings, server, connection) : connection;
    const ldap = new LdapSession(options, spoken);
    const { random } = options.world;
    const session = { ldap, bind: binder({ session: ldap, settings, host: server.name, random }) };
    await bindAsPeer(session, settings);
    return session;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Binds with the account that is configured for the peer. @throws DirectoryFailure when the server refuses */
export async function bindAsPeer({ bind }: DirectorySession, settings: DirectorySettings): Promise<void> {
  const { bindDn: dn, bindUsername: username, bindPassword: password } = settings;
  const code = await bind({ dn, username, password });
  if (code !== ldapResult.success) throw bindFailure(code);
}

async function encrypt(
  { world, log, security }: SessionOptions,
  { revocation }: DirectorySettings,
  { name, port }: DirectoryServer,
  connection: Connection,
): Promise<Connection> {
  if (security.trusted === "") throw new DirectoryFailure(failureReasons.noAuthority);
  if (!PORTS_OF_TLS.includes(port)) await startTls({ world, log }, connection);
  const insecure = (detail: string): DirectoryFailure => new DirectoryFailure(failureReasons.insecure, detail);
  const secured = secure(connection, security.ofDirectory(name, revocation)).catch((error: unknown) => {
    throw insecure(error instanceof Error ? error.message : String(error));
  });
  return within(world, secured, () => insecure("no answer"));
}

/** RFC 4511, 4.14. */
async function startTls(around: LdapAround, connection: Connection): Promise<void> {
  const session = new LdapSession(around, connection);
  const { code } = await session.ask({ kind: "startTls" });
  session.release();
  if (code !== ldapResult.success)
    throw new DirectoryFailure(failureReasons.insecure, `the server answers StartTLS with code ${code}`);
}
