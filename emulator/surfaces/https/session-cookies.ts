import type { FastifyReply, FastifyRequest } from "fastify";
import type { FoundSession, Session, Sessions } from "./sessions.ts";

const SHARP_ID = "SHARPID";
const TANDBERG_LOGIN = "tandberg_login";

/** The session whose cookies came with a request. */
export function sessionOf(request: FastifyRequest, sessions: Sessions): FoundSession {
  return sessions.find(request.cookies[SHARP_ID], request.cookies[TANDBERG_LOGIN]);
}

/** The same for what a page asks by itself while nobody does anything. */
export function watchingSessionOf(request: FastifyRequest, sessions: Sessions): Session | undefined {
  return sessions.watching(request.cookies[SHARP_ID], request.cookies[TANDBERG_LOGIN]);
}

/** A browser sends them back with what its own pages ask for, and not with what other sites post. */
export function sendCookies(reply: FastifyReply, session: Session): void {
  const attributes = { path: "/", httpOnly: true, secure: true, sameSite: "lax" } as const;
  void reply.setCookie(SHARP_ID, session.sharpId, attributes);
  void reply.setCookie(TANDBERG_LOGIN, session.tandbergLogin, attributes);
}

export function forgetCookies(reply: FastifyReply): void {
  void reply.clearCookie(SHARP_ID, { path: "/" }).clearCookie(TANDBERG_LOGIN, { path: "/" });
}
