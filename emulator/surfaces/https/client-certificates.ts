import { constants } from "node:crypto";
import type { ServerOptions } from "node:https";
import type { TLSSocket } from "node:tls";
import type { FastifyRequest } from "fastify";
import { decode } from "../../peer/access/certificates/client-certificate.ts";
import type { Account, WayIn } from "../../peer/access/accounts/account.ts";
import type { Device } from "../../peer/device.ts";
import { certificateChain } from "../../world/secure-connection.ts";

/** Whether browsers and programs have to present a certificate: System > Administration, since the last restart. */
const asksForCertificates = ({ certificates }: Device): boolean => certificates.clientSecurity !== "NotRequired";

/** Whether the certificate says who somebody is, and no password does. */
export const certificateIsLogin = ({ certificates }: Device): boolean =>
  certificates.clientSecurity === "Authentication";

/** How the web server speaks TLS at this moment. */
export function tlsOptions(device: Device): ServerOptions {
  const { server, trusted } = device.certificates;
  const pair = { cert: server.certificate, key: server.key };
  if (!asksForCertificates(device)) return pair;
  return {
    ...pair,
    requestCert: true,
    // Judged by `flawOfClient`, which can say why.
    rejectUnauthorized: false,
    // None at all would be those that Node itself trusts.
    ca: trusted === "" ? [] : [trusted],
    // A connection that is taken up again brings no chain that could be judged.
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
}

/** Why a connection is not served; undefined when it is. */
export function flawOfClient(device: Device, socket: TLSSocket): string | undefined {
  if (!asksForCertificates(device)) return undefined;
  const chain = certificateChain(socket);
  if (chain.length === 0) return "no client certificate was presented";
  if (!socket.authorized) return `the client certificate is not valid: ${String(socket.authorizationError)}`;
  const certificates = chain.map((der) => decode(der));
  const unreadable = certificates.find((each) => !each.ok);
  if (unreadable && !unreadable.ok) return unreadable.reason;
  return device.clientCertificates.flawOfRevocation(
    certificates.flatMap((each) => (each.ok ? [each.certificate] : [])),
  );
}

export type CertificateLogin =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly name: string; readonly reason: string };

/**
 * Whom the certificate of a request's connection stands for. Administrator Guide, "Authentication versus authorization": the
 * user name is taken from it, and the account of that name says what may be done.
 */
export function accountByCertificate(device: Device, request: FastifyRequest, way: WayIn): CertificateLogin {
  const [leaf] = certificateChain(request.socket);
  const refuse = (reason: string, name = ""): CertificateLogin => ({ ok: false, name, reason });
  if (!leaf) return refuse("no client certificate was presented");
  const decoded = decode(leaf);
  if (!decoded.ok) return refuse(decoded.reason);
  const user = device.clientCertificates.userName(decoded.certificate);
  if (!user.ok) return refuse(user.reason);
  const found = device.accounts.find(user.name);
  const account = found && device.accounts.mayEnter(found, way);
  return account
    ? { ok: true, account }
    : refuse(`the certificate is that of "${user.name}", who has no account that may come in this way`, user.name);
}
