import { afterAll, beforeAll, expect, test } from "vitest";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer();
  await web.client.logIn();
  for (const name of ["first line", "second line", "third <i>line</i>"]) web.device.log.event("test", name);
});

afterAll(() => web.close());

/** The names of the events that the page shows, of those made here. */
async function eventsAt(url: string): Promise<string[]> {
  const { body } = await web.client.get(url);
  return [...body.matchAll(/ test: Event=&quot;(.*?)&quot;/g)].map(([, name = ""]) => name);
}

test("shows the newest first, as text", async () => {
  expect(await eventsAt("/eventlog")).toEqual(["third &lt;i>line&lt;/i>", "second line", "first line"]);
});

test.each([
  ["filter=SECOND+line", ["second line"]],
  ["string=d+line", ["second line"]],
  ["any=first+second", ["second line", "first line"]],
  ["none=first+third&filter=line", ["second line"]],
  ["filter=nothing+of+that", []],
])("filters by %s", async (query, events) => {
  expect(await eventsAt(`/eventlog?${query}`)).toEqual(events);
});

test("the form leads to an address that can be kept", async () => {
  const filtered = await web.client.submit("/eventlog", { filter: "a&b", none: "" }, "Filter");
  expect(filtered.headers.location).toBe("/eventlog?filter=a%26b");
  const reset = await web.client.submit("/eventlog?filter=x", { filter: "x" }, "Reset");
  expect(reset.headers.location).toBe("/eventlog");
});

test("colours lines as the product does", async () => {
  const { body } = await web.client.get("/eventlog");
  expect(body).toMatch(/<li class="green">[^\n]*Event=&quot;System Start&quot;/);
});
