import { gzipSync } from "node:zlib";
import type { FastifyReply } from "fastify";

/** Lists of hundreds of rows repeat themselves: packed they weigh a tenth. A short page is not worth the work. */
const WORTH_PACKING_BYTES = 8 * 1024;

/** The fastest level: a page is packed once and thrown away. */
const LEVEL = 1;

/** Sends a page, packed where the browser takes it so. */
export async function sendPage(reply: FastifyReply, html: string): Promise<void> {
  void reply.type("text/html; charset=utf-8").header("cache-control", "no-store");
  if (html.length < WORTH_PACKING_BYTES || !takesGzip(reply)) return void (await reply.send(html));
  await reply.header("content-encoding", "gzip").send(gzipSync(html, { level: LEVEL }));
}

const takesGzip = ({ request }: FastifyReply): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/.test(request.headers["accept-encoding"] ?? "");
