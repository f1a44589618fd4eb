import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTar } from "../../../../protocol/archive/tar.ts";
import { barOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterEach(() => web.close());

/** What the bar says after a form, on the page that it leads to or on its own. */
async function barAfter(url: string, fields: Record<string, string>, button?: string): Promise<string | undefined> {
  const answer = await web.client.submit(url, fields, button);
  const { location } = answer.headers;
  const { body } = location === undefined ? answer : await web.client.get(location);
  return barOf(body)?.replaceAll(/<\/?b>/g, "");
}

const alarms = (): number[] => web.device.alarms.standing().map(({ type }) => type.id);

describe("Diagnostic logging", () => {
  const press = (button: string, fields: Record<string, string> = {}): Promise<string | undefined> =>
    barAfter("/diagnosticlogging", fields, button);
  const status = async (): Promise<unknown> =>
    tableRows((await web.client.get("/diagnosticlogging")).body)
      .slice(0, 2)
      .map(([, value]) => value);

  test("starts, takes a marker, stops, and gives its log", async () => {
    expect(await status()).toEqual(["There is no log", "No"]);
    expect(await press("Download log")).toContain("there is no diagnostic log to download");
    expect(await press("Start new log", { tcpdump: "on" })).toBe("Success: Diagnostic logging started");
    expect(await status()).toEqual(["In progress", "Yes"]);
    expect(alarms()).toContain(25019);
    expect(await press("Add marker", { marker: "now" })).toBe("Success: Marker added");
    expect(await press("Add marker")).toContain("the marker has no text");
    expect(await press("Stop logging")).toBe("Success: Diagnostic logging stopped");
    expect(await press("Stop logging")).toContain("diagnostic logging is not running");
    expect(alarms()).not.toContain(25019);
    const answer = await web.client.submit("/diagnosticlogging", {}, "Download log");
    expect(answer.headers["content-disposition"]).toBe(
      'attachment; filename="diagnostic_log_TANDBERG_20131209_100000.tar.gz"',
    );
    const files = readTar(gunzipSync(answer.rawPayload));
    expect(files.map(({ name }) => name)).toEqual([
      "loggingsnapshot_TANDBERG_20131209_100000.txt",
      "eth0_diagnostic_logging_tcpdump0_TANDBERG_20131209_100000.pcap",
    ]);
    const text = Buffer.from(files[0]?.bytes ?? "").toString();
    expect(text).toMatch(/User="admin" Detail="Diagnostic logging started".*DEBUG_MARKER: now.*stopped/s);
  });

  test("its lines are purple in the Event Log", async () => {
    await press("Start new log");
    expect((await web.client.get("/eventlog")).body).toMatch(
      /class="purple">[^<]*Event=&quot;Diagnostic Logging&quot;/,
    );
  });
});

test("levels of the modules are set, and Debug raises 25019", async () => {
  const pages = [
    ["/networklogconfiguration", "loggernetwork2level"],
    ["/supportlogconfiguration", "developer.web"],
  ] as const;
  for (const [url, name] of pages) {
    const { body } = await web.client.get(url);
    const field = [...body.matchAll(/<select[^>]* name="([^"]+)"/g)].map(([, one = ""]) => one);
    const wanted = field.find((one) => one.toLowerCase().replaceAll(/[^a-z0-9.]/g, "") === name) ?? "";
    expect(await barAfter(url, { [wanted]: "Debug" })).toBe("Success: Saved");
    expect(alarms()).toContain(25019);
    expect(await barAfter(url, { [wanted]: "Loud" })).toMatch(/^Failed: /);
    expect(await barAfter(url, { [wanted]: "Info" })).toBe("Success: Saved");
    expect(alarms()).not.toContain(25019);
  }
});

test("an incident is listed, shown and given as a file; the alarm leads to the list", async () => {
  expect((await web.client.get("/incidentview")).body).toContain("There are no incident reports.");
  web.device.clock.after("a broken timer", 0, () => {
    throw new Error("it is broken");
  });
  await web.world.clock.advance(1);
  expect((await web.client.get("/alarms")).body).toContain('href="/incidentview"');
  const [row = []] = listRows((await web.client.get("/incidentview")).body);
  expect(row.join(" ")).toMatch(/X8\.1 tvcs Error: it is broken at .* Not sent/);
  const answer = await web.client.submit("/incidentdetail?id=1", {}, "Download incident report");
  expect(answer.headers["content-disposition"]).toBe('attachment; filename="incident_report_1_20131209_100000.txt"');
  expect(answer.body).toMatch(/^Incident report: 1\nTime: 2013-12-09T10:00:00\.000Z\nModule: tvcs\n/);
  expect((await web.client.get("/incidentdetail?id=2")).statusCode).toBe(404);
});
