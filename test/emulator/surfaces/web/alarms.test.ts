import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const rows = (html: string): string[] => html.split("<tr").filter((row) => row.includes('name="alarm"'));
const idsOf = (html: string): number[] =>
  [...html.matchAll(/<a href="\/eventlog\?filter=(\d{5})">/g)].map(([, id]) => Number(id));
const uuidsOf = (html: string): string[] =>
  [...html.matchAll(/name="alarm" value="([^"]*)"/g)].map(([, id = ""]) => id);

describe("the Alarms page", () => {
  test("lists what stands, and every page has the triangle", async () => {
    const count = web.device.alarms.unacknowledgedCount;
    expect(count).toBeGreaterThan(0);
    const { body } = await web.client.get("/alarms");
    expect(idsOf(body)).toEqual(web.device.alarms.standing().map((record) => record.type.id));
    expect(body).toContain(count === 1 ? "This system has 1 alarm" : `This system has ${count} alarms`);
    expect((await web.client.get("/overview")).body).toContain('<a class="alarm-triangle" href="/alarms">');
    for (const row of rows(body)) expect(row).toContain(">New<");
  });

  test("acknowledges what is selected; then the triangle goes", async () => {
    const uuids = uuidsOf((await web.client.get("/alarms")).body);
    const response = await web.client.submit("/alarms", { alarm: uuids }, "Acknowledge");
    expect(response.statusCode).toBe(303);
    const { body } = await web.client.get("/alarms");
    expect(barOf(body)).toContain("acknowledged");
    for (const row of rows(body)) expect(row).toContain(">Acknowledged<");
    expect(body).not.toContain("This system has");
    expect(web.device.log.newest(1)[0]).toMatch(/Event="Alarm Acknowledged" .*User="admin"/);
  });

  test("says so when nothing is selected", async () => {
    const response = await web.client.submit("/alarms", {}, "Acknowledge");
    expect(barOf(response.body)).toBe("<b>Failed</b>: no alarm is selected");
  });

  test("selects all without a script", async () => {
    const { body } = await web.client.get("/alarms?select=all");
    for (const row of rows(body)) expect(row).toMatch(/name="alarm"[^>]* checked/);
  });

  test("links to the pages of the twin and only names the others", async () => {
    await web.client.submit("/administration", { administration_ssh_mode: "Off" });
    const { body } = await web.client.get("/alarms");
    const row = rows(body).find((each) => each.includes("25015")) ?? "";
    expect(row).toContain('<a href="/restartoptions?restart">Restart options</a>');
    const known = [...body.matchAll(/class="page-link"><a href="([^"]*)"/g)].map(([, href = ""]) => href);
    for (const href of known) expect((await web.client.get(href)).statusCode).toBe(200);
  });

  test("leads from an alarm's number to its lines of the Event Log", async () => {
    const [id] = idsOf((await web.client.get("/alarms")).body);
    const { body } = await web.client.get(`/eventlog?filter=${id}`);
    expect(body).toContain(`Id=&quot;${id}&quot;`);
    expect(body).not.toContain("Event=&quot;System Start&quot;");
  });
});
