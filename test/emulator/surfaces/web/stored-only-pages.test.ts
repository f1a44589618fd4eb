import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ItemPath } from "../../../../emulator/model/configuration/index.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { fieldName } from "../../../../emulator/surfaces/web/form/field-words.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf, listRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
let shell: AdminShell;

/** A VCS Expressway has every page. */
beforeAll(async () => {
  web = await startWebPeer({
    product: "vcs-expressway",
    configuration: [{ path: "Interworking Mode", value: "Off" }],
  });
  shell = new AdminShell(web.device, ADMIN);
  await web.client.logIn();
});

afterAll(() => web.close());

type Row = readonly [url: string, item: ItemPath, typed: string, shown: string, bad: string];

const pages: readonly Row[] = [
  ["snmp", "SNMP CommunityName", "watchers", `"watchers"`, "x".repeat(17)],
  ["qualityofservice", "IP QoS Value", "46", "46", "64"],
  ["externalmanager", "ExternalManager Address", "tms.example.com", `"tms.example.com"`, "tms example"],
  ["interworking", "Interworking Mode", "Registered only", "RegisteredOnly", "Sometimes"],
  ["activedirectoryservice", "Authentication ADS KDC 5 Port", "89", "89", "0"],
  ["h350directoryservice", "Authentication H350 LdapServerAddressResolution", "SRV record", "ServiceRecord", "Guess"],
  ["unifiedcommunications", "CollaborationEdge Enabled", "On", "On", "Maybe"],
  ["traversalports", "Traversal Server H323 Assent CallSignaling Port", "2778", "2778", "80"],
  ["locallyregisteredendpoints", "Zones LocalZone Traversal H323 Preference", "H.460.18", "H46018", "H.235"],
  ["dialplan", "Call Services CallsToUnknownIPAddresses", "Direct", "Direct", "Diret"],
  ["adminpolicy", "Policy AdministratorPolicy Mode", "Local CPL", "LocalCPL", "Foreign CPL"],
  ["conferencefactory", "Applications ConferenceFactory Range Start", "10", "10", "ten"],
  ["presence", "Applications Presence Server Mode", "Enabled", "On", "Perhaps"],
  ["findme", "Policy FindMe Mode", "Remote service", "ThirdPartyManager", "Lost"],
  ["outboundconnectioncredentials", "Authentication UserName", "expe1", `"expe1"`, "u".repeat(129)],
  ["lyncb2bua", "Applications B2BUA MicrosoftLync Encryption", "Required", "Required", "Never"],
  ["tmsprovisioningextension", "TMSProvisioningExtension Devices PollingInterval", "60", "60", "0"],
  ["defaultzone", "Zones DefaultZone AccessRules Mode", "Yes", "On", "Perhaps"],
  ["language", "Language Default", "de_DE", `"de_DE"`, "d".repeat(129)],
];

describe.each(pages)("%s", (url, item, typed, shown, bad) => {
  const read = async (): Promise<string | undefined> => (await shell.run(`xConfiguration ${item}`)).lines[0];

  test(`saves ${item}, which the command line then shows`, async () => {
    expect(await read()).not.toBe(`*c xConfiguration ${item}: ${shown}`);
    const saved = await web.client.submit(`/${url}`, { [fieldName(item)]: typed });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `/${url}`]);
    expect(await read()).toBe(`*c xConfiguration ${item}: ${shown}`);
  });

  test("refuses what the item cannot have", async () => {
    const refused = await web.client.submit(`/${url}`, { [fieldName(item)]: bad });
    expect(barOf(refused.body)).toMatch(/^<b>Failed<\/b>: /);
    expect(refused.body).toMatch(new RegExp(`name="${fieldName(item)}" [^>]*aria-invalid="true"`));
    expect(await read()).toBe(`*c xConfiguration ${item}: ${shown}`);
  });
});

test("a subzone membership rule leads to a subzone that is there", async () => {
  const create = (fields: Record<string, string>) =>
    web.client.submit("/createsubzonemembershiprule", { type: "Subnet", ...fields }, "Create subzone membership rule");
  expect(barOf((await create({ name: "Branch", subzonename: "Branch" })).body)).toContain(
    "<b>Failed</b>: Target subzone",
  );
  await shell.run("xCommand SubZoneAdd SubZoneName: Branch");
  const fields = { name: "Branch", priority: "7", subnet_address: "198.51.100.0", subnet_prefixlength: "24" };
  expect((await create({ ...fields, subzonename: "Branch" })).statusCode).toBe(303);
  const list = await web.client.get("/subzonemembershiprules");
  expect(listRows(list.body)).toEqual([["", "7", "Branch", "Subnet", "Branch", "Enabled", "View/Edit"]]);
  const rule = "Zones LocalZone SubZones MembershipRules Rule 1";
  expect((await shell.run(`xConfiguration ${rule} Subnet PrefixLength`)).lines[0]).toContain(": 24");
  const id = fieldName(`${rule} Subnet PrefixLength`);
  const refused = await web.client.submit("/editsubzonemembershiprule?id=1", { [id]: "129" });
  expect(barOf(refused.body)).toMatch(/^<b>Failed<\/b>: Prefix length/);
});

test("the page of the external manager shows the state of the connection", async () => {
  expect((await web.client.get("/externalmanager")).body).toMatch(/<dt>State<\/dt><dd[^>]*>Inactive</);
});

describe("the foot of a page", () => {
  const note = async (url: string): Promise<string | undefined> =>
    /<p class="stored-only">([^<]*)<\/p>/.exec((await web.client.get(url)).body)?.[1];
  const KEPT = "The twin stores these settings and does not act on them";

  test.each(["/interworking", "/conferencefactory", "/subzonemembershiprules", "/createsubzonemembershiprule"])(
    "%s says that the twin only keeps what is there",
    async (url) => {
      expect(await note(url)).toBe(`${KEPT}.`);
    },
  );

  test("speaks of the restart that a change asks for", async () => {
    expect(await note("/qualityofservice")).toBe(`${KEPT}, but for the restart that a change asks for.`);
  });

  test.each(["/dns", "/externalmanager", "/subzones", "/links", "/createlink", "/editlink?id=1"])(
    "%s says nothing, for the twin acts on some of it",
    async (url) => {
      expect(await note(url)).toBeUndefined();
    },
  );
});
