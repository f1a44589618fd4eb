import { afterEach, expect, test } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/licensing/option-key.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { barOf, listRows, tableRows } from "./web-client.ts";
import { ADDRESS, startWebPeer, type WebPeer, type WebPeerOptions } from "./web-peer.ts";

let web: WebPeer;
afterEach(() => web.close());

async function start(options: WebPeerOptions): Promise<void> {
  web = await startWebPeer(options);
  await web.client.logIn();
}

const bodyOf = async (url: string): Promise<string> => (await web.client.get(url)).body;
const tableOf = async (url: string): Promise<Record<string, string>> =>
  Object.fromEntries(tableRows(await bodyOf(url)));

test("Status > System tells what the peer is, and its interfaces", async () => {
  await start({ configuration: [{ path: "DNS Server 2 Address", value: "198.51.100.53" }] });
  await web.client.submit("/administration", { systemunit_name: "vcs1" });
  expect(await tableOf("/information")).toMatchObject({
    "System name": "vcs1",
    Product: "Cisco Expressway-E",
    "Software version": "X8.1",
    "Serial number": "0A1B2C3D",
    "VM size": "Medium",
    "Time zone": "GMT",
    "Administrator sessions": "1",
  });
  expect(await tableOf("/ethernetstatus")).toEqual({ "MAC address": "02:0A:1B:2C:3D:02", Speed: "Down" });
  const ip = await tableOf("/ipstatus");
  expect(ip).toMatchObject({ Protocol: "IPv4", "DNS server 2 address": "198.51.100.53", "Advanced Networking": "Off" });
  expect(tableRows(await bodyOf("/ipstatus"))).toContainEqual(["IPv4 address", ADDRESS]);
});

test("Status > Registrations lists the endpoints, ends what is selected, and remembers it", async () => {
  await start({
    product: "vcs-control",
    configuration: [{ path: "Option 1 Key", value: makeOptionKey("R50", "0A1B2C3D") ?? "" }],
  });
  for (const url of ["/registrationsbydevice", "/registrationsbyalias"])
    expect(await bodyOf(url)).toContain("There are no registrations.");
  const { registrations } = web.device;
  registrations.register({ alias: "alice@example.com", protocol: "SIP", address: "203.0.113.5" });
  registrations.register({ alias: "bob", protocol: "H323", address: "203.0.113.6" });
  const listed = async (url: string): Promise<string[][]> => listRows(await bodyOf(url)).map((row) => row.slice(1, 4));
  expect(await listed("/registrationsbydevice")).toEqual([
    ["alice@example.com", "SIP UA", "SIP"],
    ["bob", "Endpoint", "H.323"],
  ]);
  expect(await listed("/registrationsbyalias")).toEqual([
    ["alice@example.com", "SIP AOR", "SIP"],
    ["bob", "H.323 ID", "H.323"],
  ]);
  const nothing = await web.client.submit("/registrationsbydevice", {}, "Unregister");
  expect(barOf(nothing.body)).toBe("<b>Failed</b>: no registration is selected");
  expect(await bodyOf("/registrationhistory")).toContain("There are no past registrations.");
  await web.world.clock.advance(minutes(2));
  const registration = registrations.all()[1]?.serialNumber ?? "";
  await web.client.submit("/registrationsbydevice", { registration }, "Unregister");
  expect(barOf(await bodyOf("/registrationsbydevice"))).toBe("<b>Success</b>: Registration removed");
  expect(registrations.all().map(({ alias }) => alias)).toEqual(["alice@example.com"]);
  const [past] = listRows(await bodyOf("/registrationhistory"));
  expect([past?.[0], past?.[5], past?.[6]]).toEqual(["bob", "2 minutes", "203.0.113.6"]);
});

test("Status > Policy services tells where each is, and that nobody asks it", async () => {
  const service = "Policy Services Service 1";
  await start({
    configuration: [
      { path: `${service} Name`, value: "Night" },
      { path: `${service} Path`, value: "cpl" },
      { path: `${service} Server 1 Address`, value: "203.0.113.8" },
      { path: `${service} Server 3 Address`, value: "policy.example.com" },
    ],
  });
  const body = await bodyOf("/policyservicestatus");
  expect(listRows(body)).toEqual([["Night", "https://203.0.113.8/cpl, https://policy.example.com/cpl"]]);
  expect(body).toContain("The twin asks no policy service, so it knows the state of none.");
});
