import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("curl");

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(2));
});
afterAll(() => peer.stop());

interface Response {
  /** 0 when nobody answered. */
  readonly status: number;
  readonly body: string;
}

/** curl with the password of a peer as unpacked; its certificate is its own. */
async function curl(path: string, args: readonly string[] = [], input?: string): Promise<Response> {
  const account = args.includes("--user") ? [] : ["--user", "admin:TANDBERG"];
  const always = ["-sk", "-w", "\n%{http_code}", ...account];
  const { stdout } = await run("curl", [...always, ...args, peer.httpsUrl + path], input);
  const end = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}

describe("documents", () => {
  test.each([
    ["/status.xml", "Status"],
    ["/getxml?location=/Status/SystemUnit", "Status"],
    ["/configuration.xml", "Configuration"],
    ["/alternatesconfiguration.xml", "Configuration"],
    ["/valuespace.xml", "ValueSpace"],
    ["/command.xml", "Command"],
  ])("%s", async (path, root) => {
    const { status, body } = await curl(path);
    expect(status).toBe(200);
    expect(
      body.startsWith(
        `<?xml version="1.0"?>\n<${root} xmlns="http://www.tandberg.no/XML/CUIL/1.0" product="TANDBERG VCS" version="X8.1">\n`,
      ),
    ).toBe(true);
    expect(body.endsWith(`</${root}>\n`)).toBe(true);
  });

  test("after the challenge of the realm", async () => {
    const { status } = await curl("/status.xml", ["--anyauth", "--user", "admin:TANDBERG"]);
    expect(status).toBe(200);
    const { body } = await curl("/status.xml", ["-i", "--user", "admin:wrong"]);
    expect(body).toMatch(/^HTTP\/1\.1 401 /);
    expect(body).toMatch(/^www-authenticate: Basic realm="TANDBERG Video Communication Server 0A1B2C3D"\r$/im);
    expect(body).toMatch(/<title>401/);
    expect(body).not.toMatch(/^location:/im);
  });

  test("the history is a document of its own", async () => {
    expect(await curl("/history.xml")).toMatchObject({
      status: 200,
      body: expect.stringContaining("<History xmlns=") as string,
    });
  });
});

describe("putting", () => {
  const name = (text: string): string => `<Configuration><SystemUnit><Name>${text}</Name></SystemUnit></Configuration>`;

  test.each([
    ["as text/xml", ["-H", "content-type: text/xml"]],
    ["as a form that it is not", []],
    ["in chunks", ["-H", "transfer-encoding: chunked"]],
  ])("a configuration %s", async (how, args) => {
    const { status, body } = await curl("/putxml", [...args, "--data-binary", "@-"], name(how));
    expect(status).toBe(200);
    expect(body).toContain("<Success");
    expect((await curl("/getxml?location=/Configuration/SystemUnit/Name")).body).toContain(`>${how}</Name>`);
  });

  test("a form, in the body or in the query", async () => {
    expect((await curl("/formputxml", ["--data-urlencode", `xmldoc=${name("a &amp; b")}`])).status).toBe(200);
    expect(peer.device().configuration.get("SystemUnit Name")).toBe("a & b");
    expect((await curl("/formputxml", ["-G", "--data-urlencode", `xmldoc=${name("query")}`])).status).toBe(200);
    expect((await curl("/formputxml", ["-G", "--data-urlencode", `xmldoc=${name("x".repeat(300))}`])).status).toBe(414);
    expect(peer.device().configuration.get("SystemUnit Name")).toBe("query");
  });

  test("too much is refused", async () => {
    const { status } = await curl("/putxml", ["--data-binary", "@-"], "a".repeat(2_000_000));
    expect(status).toBe(413);
    expect((await curl("/status.xml")).status).toBe(200);
  });

  test("a restart answers before it happens", async () => {
    const { status, body } = await curl("/putxml", ["--data-binary", "@-"], "<Command><Restart/></Command>");
    expect(status).toBe(200);
    expect(body).toContain('<Result item="1" status="OK"/>');
    await expect.poll(async () => (await curl("/status.xml")).status, { timeout: 60_000 }).toBe(0);
    expect(peer.log.errors).toEqual([]);
  });
});
