import type { LdapRequest } from "../../../../protocol/ldap/requests.ts";
import type { LdapResult } from "../../../../protocol/ldap/responses.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { NetworkLog } from "../../reporting/logging/network-log.ts";

/** A request that was sent, without its contents: a bind has a password in it. */
export function logRequest(log: NetworkLog, { address, port }: Endpoint, id: number, kind: LdapRequest["kind"]): void {
  if (!log.takes("network.ldap", "DEBUG")) return;
  const to = { "Dst-ip": address, "Dst-port": port };
  log.write("network.ldap", "DEBUG", { Action: "Sent", ...to, Detail: `LDAP ${kind} request, message ${id}` });
}

/** How a request ended. */
export function logResult(
  log: NetworkLog,
  { address, port }: Endpoint,
  { messageId, code }: LdapResult & { readonly messageId: number },
  entries: number,
): void {
  if (!log.takes("network.ldap", "DEBUG")) return;
  const from = { "Src-ip": address, "Src-port": port };
  const detail = `LDAP result of message ${messageId}: code ${code}, entries ${entries}`;
  log.write("network.ldap", "DEBUG", { Action: "Received", ...from, Detail: detail });
}
