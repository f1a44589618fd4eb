import { afterEach, expect, test } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
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

test("Status > Registrations > View tells of a registration, also when it is over", async () => {
  await start({
    product: "vcs-control",
    configuration: [{ path: "Option 1 Key", value: makeOptionKey("R50", "0A1B2C3D") ?? "" }],
  });
  const { registrations } = web.device;
  registrations.register({ alias: "<b>bob</b>", protocol: "H323", address: "203.0.113.6" });
  const [link] = /\/registrationdetails\?id=[^"]+/.exec(await bodyOf("/registrationsbyalias")) ?? [];
  const details = async (): Promise<Map<string | undefined, string | undefined>> =>
    new Map(tableRows(await bodyOf(link ?? "")).map(([item, value]) => [item, value]));
  const present = await details();
  expect([present.get("Alias type"), present.get("Subzone"), present.get("End time")]).toEqual([
    "H.323 ID",
    "DefaultSubZone",
    undefined,
  ]);
  expect(await bodyOf(link ?? "")).not.toContain("<b>bob</b>");
  await web.world.clock.advance(minutes(3));
  registrations.remove("<b>bob</b>");
  expect(await bodyOf("/registrationhistory")).toContain(link);
  expect((await details()).get("Duration")).toBe("3 minutes");
  expect((await details()).get("End time")).not.toBeUndefined();
  expect((await web.client.get("/registrationdetails?id=none")).statusCode).toBe(404);
});

test("Status > Registrations > Unregister and block keeps an alias away, where there is a Deny List to do it", async () => {
  await start({
    product: "vcs-control",
    configuration: [{ path: "Option 1 Key", value: makeOptionKey("R50", "0A1B2C3D") ?? "" }],
  });
  const { registrations, configuration } = web.device;
  const bob = { alias: "bob@example.com", protocol: "SIP", address: "203.0.113.6" } as const;
  const long = { ...bob, alias: `${"a".repeat(60)}@example.com` };
  for (const one of [bob, long]) expect(registrations.register(one).ok).toBe(true);
  const block = async (registration: string): Promise<string | undefined> => {
    const { body } = await web.client.submit("/registrationsbydevice", { registration }, "Unregister and block");
    return barOf(body) ?? barOf(await bodyOf("/registrationsbydevice"));
  };
  const [first = "", second = ""] = registrations.all().map(({ serialNumber }) => serialNumber);
  expect(await bodyOf("/registrationsbydevice")).not.toContain("Unregister and block");
  expect(await block(first)).toBe("<b>Failed</b>: the registration restriction policy is not Deny List");
  configuration.set([{ path: "Registration RestrictionPolicy Mode", value: "DenyList" }], { user: "admin" });
  expect(await bodyOf("/registrationsbydevice")).toContain("Unregister and block");
  expect(await block("1")).toBe("<b>Failed</b>: none of what is selected is registered any more");
  // What the list cannot name stays registered.
  expect(await block(second)).toContain("<b>Failed</b>: aaa");
  expect(await block(first)).toBe("<b>Success</b>: Registration removed and blocked");
  expect(registrations.all().map(({ alias }) => alias)).toEqual([long.alias]);
  expect(registrations.register(bob)).toEqual({ ok: false, reason: "the alias is on the Deny List" });
  expect(listRows(await bodyOf("/denylistpatterns")).map((row) => row.slice(1, 4))).toEqual([
    ["Unregistered and blocked", "Exact", "bob@example.com"],
  ]);
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
