import type { FastifyRequest } from "fastify";
import type { Account } from "../../peer/access/accounts/account.ts";
import type { Actor } from "../../peer/core/actor.ts";

/** Who a request acts for. */
export function actorOf(request: FastifyRequest, account: Account): Actor {
  return { user: account.name, source: sourceOf(request) };
}

/** Where a request came from, as log lines tell it. */
export function sourceOf(request: FastifyRequest): { address: string; port: number } {
  return { address: request.socket.remoteAddress ?? "", port: request.socket.remotePort ?? 0 };
}
