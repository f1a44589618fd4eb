import type { FastifyReply, FastifyRequest } from "fastify";
import { reaches, type Account } from "../../peer/access/accounts/account.ts";
import type { Device } from "../../peer/device.ts";
import { accountByCertificate, certificateIsLogin } from "./client-certificates.ts";
import { sessionOf } from "./session-cookies.ts";
import type { Sessions } from "./sessions.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who sends the request; present on the paths of XML and REST. */
    account?: Account;
  }
}

interface Credentials {
  readonly name: string;
  readonly password: string;
}

// Scanners and clients look for the number at the beginning of the title.
const answer = (title: string, words: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${words}</h1></body></html>\n`;

const refusal = answer("401 Unauthorized", "Unauthorized");

/** Auditors see logs and alarms on the pages, and what programs read is all the rest. */
const closed = answer("403 Forbidden", "This account has Auditor access: status and configuration are not open to it");

/**
 * Lets in administrators with API access: by name and password, or by the cookies of a session of the pages where no
 * password is given. Cookies of a session that is over spoil nothing.
 */
export function authenticate(
  device: Device,
  sessions: Sessions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  const challenge = `Basic realm="TANDBERG Video Communication Server ${device.identity.serialNumber}"`;
  // A program sends the same header with each of its many requests.
  let last: { header: string | undefined; credentials: Credentials | undefined } = {
    header: undefined,
    credentials: undefined,
  };
  return async (request, reply) => {
    const header = request.headers.authorization;
    if (last.header !== header) last = { header, credentials: readCredentials(header) };
    if (certificateIsLogin(device)) return authenticateByCertificate(device, request, reply);
    const given = last.credentials;
    const account = given
      ? await device.accounts.authenticate(given.name, given.password, "api")
      : accountOfSession(device, request, sessions);
    if (account && !reaches(account.access, "ReadOnly")) {
      return reply.code(403).type("text/html; charset=utf-8").send(closed);
    }
    if (account) {
      request.account = account;
      return undefined;
    }
    if (given) {
      logFailure(device, request, given.name, "Invalid credentials");
      device.protection.failed("web-auth", request.ip);
    }
    return reply.code(401).header("www-authenticate", challenge).type("text/html; charset=utf-8").send(refusal);
  };
}

/** Administrator Guide: with certificate-based authentication "the standard login mechanism is no longer available". */
async function authenticateByCertificate(
  device: Device,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const login = accountByCertificate(device, request, "api");
  if (!login.ok) {
    logFailure(device, request, login.name, login.reason);
    return reply
      .code(403)
      .type("text/html; charset=utf-8")
      .send(answer("403 Forbidden", "No account for this certificate"));
  }
  if (!reaches(login.account.access, "ReadOnly")) return reply.code(403).type("text/html; charset=utf-8").send(closed);
  request.account = login.account;
  return undefined;
}

function logFailure(device: Device, request: FastifyRequest, user: string, detail: string): void {
  device.log.event("web", "Admin Session Login Failure", {
    User: user,
    "Src-ip": request.ip,
    "Src-port": request.socket.remotePort,
    Detail: detail,
  });
}

function accountOfSession(device: Device, request: FastifyRequest, sessions: Sessions): Account | undefined {
  const found = sessionOf(request, sessions);
  return found.state === "live" ? device.accounts.mayEnter(found.session.account, "api") : undefined;
}

function readCredentials(header: string | undefined): Credentials | undefined {
  const [, encoded] = /^Basic +([\w+/=-]+) *$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon === -1 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
