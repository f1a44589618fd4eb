import { afterEach, expect, test } from "vitest";
import { hardwareSensors } from "../../../../emulator/model/hardware-sensors.ts";
import { listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
afterEach(() => web.close());

async function start(hardware: "appliance" | "virtual-machine"): Promise<void> {
  web = await startWebPeer({ hardware });
  await web.client.logIn();
}

/** The rows of all three tables. */
const sensorRows = (html: string): string[][] => html.split("<section ").flatMap(listRows);

const bodyOf = async (url: string): Promise<string> => (await web.client.get(url)).body;

test("Status > Hardware of an appliance lists fans, temperatures and voltages with their ranges", async () => {
  await start("appliance");
  const body = await bodyOf("/hardware");
  expect([...body.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title)).toEqual([
    "Fan speeds",
    "Temperatures",
    "Voltages",
  ]);
  const rows = sensorRows(body);
  expect(rows).toHaveLength(hardwareSensors.length);
  expect(rows).toContainEqual(["Fan 2", "7200 RPM", "2000 RPM", "12000 RPM", "Normal"]);
  expect(rows).toContainEqual(["CPU temperature", "42 °C", "5 °C", "80 °C", "Normal"]);
  expect(rows).toContainEqual(["3.3 V supply", "3.3 V", "2.97 V", "3.63 V", "Normal"]);
});

test("a fan that fails is marked there, listed on Status > Alarms, and both are over with it", async () => {
  await start("appliance");
  const end = web.peer.falsifyReading({ sensor: "Fan 2", reads: 0 });
  const body = await bodyOf("/hardware");
  expect(sensorRows(body)).toContainEqual(["Fan 2", "0 RPM", "2000 RPM", "12000 RPM", "Out of range"]);
  expect(body.match(/<span class="state bad">/g)).toHaveLength(1);
  const alarms = await bodyOf("/alarms");
  expect(alarms).toContain("Fan 2 reads 0 RPM, its range is 2000 to 12000 RPM");
  expect(alarms).toContain(">10001<");
  end();
  expect(await bodyOf("/hardware")).not.toContain("Out of range");
  expect(await bodyOf("/alarms")).not.toContain(">10001<");
});

test("an open page follows: each table is brought up to date by itself", async () => {
  await start("appliance");
  const { body } = await web.client.get("/hardware");
  expect([...body.matchAll(/<section class="sensors" data-live="([^"]*)">/g)].map(([, name]) => name)).toEqual([
    "sensors-fan",
    "sensors-temperature",
    "sensors-voltage",
  ]);
});

test("a virtual machine has no such page, in the menus or else, and tells its size in its place", async () => {
  await start("virtual-machine");
  const { statusCode, body } = await web.client.get("/hardware");
  expect([statusCode, body.includes("Page not found")]).toEqual([404, true]);
  expect(await bodyOf("/overview")).not.toContain('href="/hardware"');
  expect(tableRows(await bodyOf("/information"))).toEqual(
    expect.arrayContaining([
      ["Hardware version", "VMWare"],
      ["VM size", "Medium"],
    ]),
  );
});

test("an appliance has it in the menu, and no size of a virtual machine", async () => {
  await start("appliance");
  expect(await bodyOf("/overview")).toContain('href="/hardware"');
  const rows = tableRows(await bodyOf("/information"));
  expect(rows).toContainEqual(["Hardware version", "1.0"]);
  expect(rows.map(([name]) => name)).not.toContain("VM size");
});
