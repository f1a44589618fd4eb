import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { chromium } from "playwright-core";
import { LabProcess } from "./lab-process.ts";
import { median, percentile95, type Measurement } from "./measure.ts";

const ZONES = 1000;
const SEARCH_RULES = 2000;
const LOOKS_AT_A_PAGE = 20;
const LOGINS = 15;
const ADDRESS = "127.0.93.1";

/** A peer of a large network: its pages one by one, its log-in in a browser, and many requests at once. */
export async function measurePages(): Promise<Measurement[]> {
  const directory = mkdtempSync(join(tmpdir(), "xtwin-bench-"));
  const file = join(directory, "lab.yaml");
  writeFileSync(file, JSON.stringify(largeNetwork()));
  const lab = await LabProcess.startOf(file);
  const base = `https://${ADDRESS}:${lab.ready.peers[0]?.ports["https"]}`;
  try {
    const visitor = await Visitor.logIn(base);
    const pages = await visitor.pages();
    const slowest = await slowestPage(visitor, pages);
    return [
      {
        what: `The slowest of ${pages.length} pages (\`${slowest.page}\`) on a peer of ${ZONES} zones and ${SEARCH_RULES} search rules, request to answer, 95th percentile of ${LOOKS_AT_A_PAGE}`,
        figure: slowest.time,
        unit: "ms",
        bar: { most: 60 },
      },
      {
        what: "The heaviest of them, as it goes over the line",
        figure: slowest.heaviest / 1000,
        unit: "kB",
        bar: { most: 60 },
      },
      {
        what: `From Login to Overview, loaded and drawn, in Chromium, the same peer, median of ${LOGINS}`,
        figure: await logInByBrowser(base),
        unit: "ms",
        bar: { most: 150 },
      },
      {
        what: "All those pages in turn by ten clients at once, without an error",
        figure: await mixedPages(base, pages, visitor.cookie),
        unit: "requests/s",
        bar: { least: 200 },
      },
    ];
  } finally {
    await lab.stop();
    rmSync(directory, { recursive: true });
  }
}

/** A topology of one peer. */
function largeNetwork(): object {
  const zones = Array.from({ length: ZONES }, (_, at) => [
    [`Zones Zone ${at + 1} Name`, `Branch ${at + 1}`],
    [`Zones Zone ${at + 1} Type`, "Neighbor"],
    [`Zones Zone ${at + 1} H323 Mode`, "Off"],
    [`Zones Zone ${at + 1} Neighbor Peer 1 Address`, `198.51.${Math.floor(at / 250)}.${at % 250}`],
  ]).flat();
  const rules = Array.from({ length: SEARCH_RULES }, (_, at) => {
    const rule = `Zones Policy SearchRules Rule ${at + 1}`;
    return [
      [`${rule} Name`, `To branch ${at + 1}`],
      [`${rule} Pattern String`, `${at + 1}@example.com`],
      [`${rule} Target Name`, `Branch ${(at % ZONES) + 1}`],
    ];
  }).flat();
  const configuration = Object.fromEntries([...zones, ...rules]) as unknown;
  return { domain: "lab.example.com", peers: [{ name: "expe1", address: ADDRESS, configuration }] };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** As it went over the line. */
  readonly bytes: number;
  readonly cookies: readonly string[];
}

/** Somebody who is logged in, on one connection. */
class Visitor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  cookie = "";

  private constructor(private readonly base: string) {}

  static async logIn(base: string): Promise<Visitor> {
    const visitor = new Visitor(base);
    const form = "username=admin&password=TANDBERG&submitbutton=Login&formbutton=Login";
    const { cookies } = await visitor.#ask("/login", "identity", form);
    visitor.cookie = cookies.map((cookie) => cookie.split(";")[0]).join("; ");
    return visitor;
  }

  /** The addresses that the menus lead to. */
  async pages(): Promise<readonly string[]> {
    const { text } = await this.#ask("/overview", "identity");
    const menu = /<nav.*?<\/nav>/s.exec(text)?.[0] ?? "";
    return [...menu.matchAll(/href="(\/[^"]*)"/g)].map(([, href = ""]) => href);
  }

  async look(page: string): Promise<{ readonly time: number; readonly bytes: number }> {
    const from = performance.now();
    const { status, bytes } = await this.#ask(page, "gzip");
    if (status !== 200) throw new Error(`${page}: ${status}`);
    return { time: performance.now() - from, bytes };
  }

  #ask(path: string, encoding: string, form?: string): Promise<Answer> {
    const { agent, cookie } = { agent: this.#agent, cookie: this.cookie };
    const headers = {
      cookie,
      "accept-encoding": encoding,
      ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    };
    return new Promise((resolve, reject) => {
      request(this.base + path, { agent, headers, method: form === undefined ? "GET" : "POST" }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const all = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: sent } = response;
          resolve({ status, text: all.toString(), bytes: all.length, cookies: sent["set-cookie"] ?? [] });
        });
      })
        .on("error", reject)
        .end(form);
    });
  }
}

async function slowestPage(
  visitor: Visitor,
  pages: readonly string[],
): Promise<{ readonly page: string; readonly time: number; readonly heaviest: number }> {
  let slowest = { page: "", time: 0 };
  let heaviest = 0;
  for (const page of pages) {
    const times: number[] = [];
    await visitor.look(page);
    for (let look = 0; look < LOOKS_AT_A_PAGE; look++) {
      const { time, bytes } = await visitor.look(page);
      times.push(time);
      heaviest = Math.max(heaviest, bytes);
    }
    const time = percentile95(times);
    if (time > slowest.time) slowest = { page, time };
  }
  return { ...slowest, heaviest };
}

/** By the browser's own clock: from sending the form over the redirection until Overview is loaded and drawn. */
async function logInByBrowser(base: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const times: number[] = [];
  for (let login = 0; login < LOGINS; login++) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(base);
    await page.getByLabel("Username").fill("admin");
    await page.getByLabel("Password").fill("TANDBERG");
    await Promise.all([page.waitForURL("**/overview"), page.getByRole("button", { name: "Login" }).click()]);
    times.push(await page.evaluate('performance.getEntriesByType("navigation")[0].duration'));
    await context.close();
  }
  await browser.close();
  return median(times);
}

async function mixedPages(base: string, pages: readonly string[], cookie: string): Promise<number> {
  const result = await autocannon({
    url: base,
    connections: 10,
    duration: 10,
    requests: pages.map((path) => ({ path, headers: { cookie, "accept-encoding": "gzip" } })),
    tlsOptions: { rejectUnauthorized: false },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}
