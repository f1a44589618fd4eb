import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { LabProcess } from "./lab-process.ts";
import { median, type Measurement } from "./measure.ts";

const bare = fileURLToPath(new URL("bare-server.ts", import.meta.url));
const authorization = `Basic ${Buffer.from("admin:TANDBERG").toString("base64")}`;
const ROUNDS = 5;

/** `/status.xml` of a peer against a bare fastify HTTPS server with the same bytes, one after the other, several times. */
export async function measureStatusXml(): Promise<Measurement[]> {
  const lab = await LabProcess.start(1, "127.0.92");
  const peer = lab.ready.peers[0];
  if (!peer) throw new Error("no peer");
  const url = `https://${peer.address}:${peer.ports.https}/status.xml`;
  const directory = mkdtempSync(join(tmpdir(), "xtwin-bench-"));
  const file = join(directory, "status.xml");
  writeFileSync(file, await get(url));
  const child = spawn(process.execPath, ["--import", "tsx", bare, "127.0.92.99", "28443", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await requestsPerSecond(url);
    const other = await requestsPerSecond("https://127.0.92.99:28443/status.xml");
    rates.push(own);
    ratios.push(own / other);
  }
  child.kill();
  await lab.stop();
  rmSync(directory, { recursive: true });
  return [
    {
      what: "`/status.xml` against a bare fastify HTTPS server with the same bytes, median of 5",
      figure: median(ratios),
      unit: "×",
      bar: { least: 0.5 },
    },
    { what: "`/status.xml`, the same runs", figure: median(rates), unit: "requests/s", bar: { least: 0 } },
  ];
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

function get(url: string): Promise<string> {
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
