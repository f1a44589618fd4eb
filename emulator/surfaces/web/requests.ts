import type { FastifyReply, FastifyRequest } from "fastify";
import type { Account } from "../../peer/accounts/account.ts";
import type { Actor } from "../../peer/logging/event-log.ts";
import type { FoundSession, Session, Sessions } from "./sessions.ts";

const SHARP_ID = "SHARPID";
const TANDBERG_LOGIN = "tandberg_login";

/** The session whose cookies came with a request. */
export function sessionOf(request: FastifyRequest, sessions: Sessions): FoundSession {
  return sessions.find(request.cookies[SHARP_ID], request.cookies[TANDBERG_LOGIN]);
}

export function sendCookies(reply: FastifyReply, session: Session): void {
  const attributes = { path: "/", httpOnly: true, secure: true, sameSite: "lax" } as const;
  void reply.setCookie(SHARP_ID, session.sharpId, attributes);
  void reply.setCookie(TANDBERG_LOGIN, session.tandbergLogin, attributes);
}

export function forgetCookies(reply: FastifyReply): void {
  void reply.clearCookie(SHARP_ID, { path: "/" }).clearCookie(TANDBERG_LOGIN, { path: "/" });
}

/** Who a request acts for. */
export function actorOf(request: FastifyRequest, account: Account): Actor {
  return { user: account.name, source: sourceOf(request) };
}

/** Where a request came from, as log lines tell it. */
export function sourceOf(request: FastifyRequest): { address: string; port: number } {
  return { address: request.socket.remoteAddress ?? "", port: request.socket.remotePort ?? 0 };
}

export async function sendPage(reply: FastifyReply, html: string): Promise<void> {
  await reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(html);
}
