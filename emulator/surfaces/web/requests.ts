import type { FastifyReply, FastifyRequest } from "fastify";
import type { Account } from "../../peer/accounts/account.ts";
import type { Actor } from "../../peer/logging/event-log.ts";

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
