import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { makeReleaseKey } from "../../../../emulator/peer/calls/licensing/release-key.ts";
import { barOf, listRows, shownIn, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const SERIAL = "0A1B2C3D";
const keyFor = (option: string, index = 1): string => makeOptionKey(option, SERIAL, index) ?? "";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const add = (key: string) => web.client.submit("/optionkeys", { option_key: key }, "Add option");
const page = async (): Promise<string> => (await web.client.get("/optionkeys")).body;
const activeOptions = async (): Promise<string | undefined> =>
  Object.fromEntries(tableRows(await page()))["Active options"];

test("shows the serial number that keys are made for, and the options that are active", async () => {
  expect(Object.fromEntries(tableRows(await page()))).toEqual({
    "Hardware serial number": SERIAL,
    "Active options": "0 Rich Media Sessions, 0 TURN Relays, Encryption.",
  });
  expect(await page()).toContain("There are no option keys.");
});

test("a key is added, listed and deleted; licenses count at once", async () => {
  const key = keyFor("Y20");
  const added = await add(`  ${key} `);
  expect([added.statusCode, added.headers.location]).toEqual([303, "/optionkeys"]);
  expect(barOf(await page())).toBe("<b>Success</b>: Option key added");
  await add(keyFor("I1800"));
  expect(listRows(await page()).map((row) => row.slice(1))).toEqual([
    [key, "20 Rich Media Sessions", "Active"],
    [keyFor("I1800"), "1800 TURN Relays", "Active"],
  ]);
  expect(await activeOptions()).toBe("20 Rich Media Sessions, 1800 TURN Relays, Encryption.");
  await web.client.submit("/optionkeys", { option: ["1", "2"] }, "Delete");
  expect(barOf(await page())).toBe("<b>Success</b>: Option keys deleted");
  expect(await activeOptions()).toBe("0 Rich Media Sessions, 0 TURN Relays, Encryption.");
});

test("G2.8 a feature that needs a restart is active after it, with an alarm until then", async () => {
  await add(keyFor("L"));
  expect(listRows(await page())[0]?.slice(2)).toEqual(["Advanced Networking", "Restart required"]);
  expect(await activeOptions()).not.toContain("Advanced Networking");
  expect(web.device.alarms.standing().map(({ type }) => type.id)).toContain(25006);
});

test.each([
  ["", "the field is blank"],
  ["nonsense", "&quot;nonsense&quot; is not of the form"],
  [makeOptionKey("Y20", "FFFFFFFF") ?? "", `the key was not made for serial number ${SERIAL}`],
])("the key %j is refused and stays in the field", async (key, reason) => {
  const refused = await add(key);
  expect(barOf(refused.body)).toContain(`<b>Failed</b>: Unable to add option key: ${reason}`);
  expect(shownIn(refused.body, "option_key")).toBe(key);
  expect(await page()).toContain("There are no option keys.");
});

test("a key that is there already, and a deletion of nothing, are refused", async () => {
  await add(keyFor("Y20"));
  expect(barOf((await add(keyFor("Y20"))).body)).toContain("Unable to add option key: the key is installed already");
  const nothing = await web.client.submit("/optionkeys", {}, "Delete");
  expect(barOf(nothing.body)).toBe("<b>Failed</b>: no option key is selected");
});

test("a release key is set, and shown until another is", async () => {
  const set = (key: string) => web.client.submit("/optionkeys", { release_key: key }, "Set release key");
  expect(shownIn(await page(), "release_key")).toBe(makeReleaseKey(SERIAL, "X8.1"));
  await set("any text");
  expect(barOf(await page())).toBe("<b>Success</b>: Release key set");
  expect(shownIn(await page(), "release_key")).toBe("any text");
  expect(web.device.alarms.standing().map(({ type }) => type.id)).toContain(30006);
  expect(web.device.log.newest(5).join()).toContain('Detail="release key changed"');
  const refused = await set("");
  expect(barOf(refused.body)).toContain("<b>Failed</b>: Unable to set release key: &quot;&quot; is too short");
  expect(web.device.releaseKey.text).toBe("any text");
});

test("the Overview of each product names what it counts", async () => {
  const vcs = await startWebPeer({
    product: "vcs-expressway",
    configuration: [keyFor("V20"), keyFor("W30"), keyFor("R2500"), keyFor("T")].map((value, place) => ({
      path: `Option ${place + 1} Key`,
      value,
    })),
  });
  await vcs.client.logIn();
  const shown = Object.fromEntries(tableRows((await vcs.client.get("/overview")).body));
  await vcs.close();
  expect(shown["Options"]).toBe(
    "20 Non Traversal Calls, 30 Traversal Calls, 2500 Registrations, 0 TURN Relays, Traversal Server, Encryption.",
  );
  expect(shown["Non-traversal calls"]).toContain("In the cluster 0 of 20 licenses");
  expect(Object.keys(shown)).not.toContain("Rich media sessions");
});
