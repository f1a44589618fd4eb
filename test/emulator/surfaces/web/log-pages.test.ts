import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer();
  await web.client.logIn();
  for (const text of ["first line", "second line", "third <i>line</i>"])
    web.device.log.event("clusterdb", "Message Rejected", { Detail: text });
});

afterAll(() => web.close());

/** The details of the events that the page shows, of those made here. */
async function detailsAt(url: string): Promise<string[]> {
  const { body } = await web.client.get(url);
  return [...body.matchAll(/ clusterdb: Event=[^\n]* Detail=&quot;(.*?)&quot;/g)].map(([, text = ""]) => text);
}

const set = (value: string): void => {
  const [path, actor] = ["SystemUnit Name", { user: "ann", source: { address: "192.0.2.9", port: 50_001 } }];
  expect(web.device.configuration.set([{ path, value }], actor)).toEqual({ ok: true });
};

describe("the Event Log", () => {
  test("shows the newest first, as text", async () => {
    expect(await detailsAt("/eventlog")).toEqual(["third &lt;i>line&lt;/i>", "second line", "first line"]);
  });

  test.each([
    ["filter=SECOND+line", ["second line"]],
    ["string=d+line", ["second line"]],
    ["any=first+second", ["second line", "first line"]],
    ["none=first+third&filter=line", ["second line"]],
    ["filter=nothing+of+that", []],
  ])("filters by %s", async (query, details) => {
    expect(await detailsAt(`/eventlog?${query}`)).toEqual(details);
  });

  test("the form leads to an address that can be kept", async () => {
    const filtered = await web.client.submit("/eventlog", { filter: "a&b", none: "" }, "Filter");
    expect(filtered.headers.location).toBe("/eventlog?filter=a%26b");
    const reset = await web.client.submit("/eventlog?filter=x", { filter: "x" }, "Reset");
    expect(reset.headers.location).toBe("/eventlog");
  });

  test("colours lines as the product does", async () => {
    web.device.log.event("web", "Upgrade", { Detail: "Installation of X8.1.1 succeeded" });
    web.device.log.event("web", "Upgrade", { Detail: "Installation of X8.1.1 started" });
    const { body } = await web.client.get("/eventlog");
    expect(body).toMatch(/<li class="green">[^\n]*Event=&quot;System Start&quot;/);
    expect(body).toMatch(/<li class="green">[^\n]*Installation of X8.1.1 succeeded/);
    expect(body).toMatch(/<li>[^\n]*Installation of X8.1.1 started/);
  });

  test("leads to the log settings", async () => {
    expect((await web.client.get("/eventlog")).body).toContain('<a href="/logging">Configure the log settings</a>');
  });
});

describe("the Configuration Log", () => {
  test("shows who changed which item from where, and nothing else", async () => {
    set("expe1");
    const { body } = await web.client.get("/configurationlog?filter=systemunit");
    expect(body).toContain("1 line, newest first");
    expect(body).toMatch(
      /web: Event=&quot;System Configuration Changed&quot; Detail=&quot;configuration\/systemunit\/name - changed from: '' to: 'expe1'&quot; Src-ip=&quot;192.0.2.9&quot; Src-port=&quot;50001&quot; User=&quot;ann&quot;/,
    );
    expect((await web.client.get("/configurationlog?filter=System+Start")).body).toContain("0 lines, newest first");
  });

  test("the Event Log has the same line", async () => {
    set("expe2");
    const [change] = web.device.log.newest(1, "configuration");
    expect(web.device.log.newest(1)).toEqual([change]);
  });

  test("shows a thousand lines at a time, and gives those of a page as a file", async () => {
    for (let change = 1; change <= 1001; change++) set(`name-${change}`);
    const query = "?filter=name-";
    const first = await web.client.get(`/configurationlog${query}`);
    expect(first.body).toContain("Records 1 to 1000 of 1001.");
    expect(first.body).toContain("to: 'name-1001'");
    expect(first.body).not.toContain("to: 'name-1'");
    const second = await web.client.get(`/configurationlog${query}&page=2`);
    expect(second.body.match(/<li/g)?.length).toBeGreaterThan(0);
    expect(second.body).toContain("to: 'name-1'");
    const file = await web.client.submit(`/configurationlog${query}&page=2`, {}, "Download this page");
    expect(file.headers["content-disposition"]).toBe('attachment; filename="configlog.txt"');
    expect(file.body.split("\n")).toEqual([expect.stringContaining("to: 'name-1'"), ""]);
  });
});
