import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

const bare = fileURLToPath(new URL("bare-server.ts", import.meta.url));
const authorization = `Basic ${Buffer.from("admin:TANDBERG").toString("base64")}`;
const BARE_ADDRESS = "127.0.92.99";
const BARE_PORT = "28443";
const ROUNDS = 5;

/** Requests a second of a peer and of a bare fastify HTTPS server with the same bytes, one after the other, each round. */
export async function againstBareServer(url: string): Promise<readonly { own: number; bare: number }[]> {
  const directory = mkdtempSync(join(tmpdir(), "xtwin-bench-"));
  const file = join(directory, "document.xml");
  writeFileSync(file, await get(url));
  const child = spawn(process.execPath, ["--import", "tsx", bare, BARE_ADDRESS, BARE_PORT, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const rounds: { own: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await requestsPerSecond(url);
    rounds.push({ own, bare: await requestsPerSecond(`https://${BARE_ADDRESS}:${BARE_PORT}/document.xml`) });
  }
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
  rmSync(directory, { recursive: true });
  return rounds;
}

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: 10,
    duration: 3,
    headers: { authorization },
    tlsOptions: { rejectUnauthorized: false },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

/** The answer to one request by `admin`. */
export function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { authorization }, rejectUnauthorized: false }, (response) => {
      let text = "";
      response.on("data", (data: Buffer) => (text += data.toString()));
      response.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
}
