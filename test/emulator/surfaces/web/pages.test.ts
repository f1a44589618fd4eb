import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TurnClient, type TurnOutcome } from "../../../../emulator/lab/relays/turn-client.ts";
import { TurnCredentials } from "../../../../emulator/lab/relays/turn-credentials.ts";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { menu as everyEntry } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName, pageTitle } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { call } from "../../head-office.ts";
import { barOf, formIdOf, shownFields } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

const OTHERS = ["198.51.100.2", "198.51.100.3"];

beforeAll(async () => {
  web = await startWebPeer({
    hardware: "appliance",
    configuration: [
      { path: "SystemUnit Name", value: "vcs<1>" },
      { path: "NTP Server 1 Address", value: "198.51.100.9" },
      { path: "Alternates Peer 1 Address", value: "192.0.2.1" },
      ...OTHERS.map((value, place) => ({ path: `Alternates Peer ${place + 2} Address`, value })),
      { path: "Zones Zone 1 Name", value: "To <b>bold</b>" },
      { path: "Zones LocalZone SubZones SubZone 1 Name", value: "Branch" },
      { path: "Zones LocalZone SubZones MembershipRules Rule 1 Name", value: "Annex" },
      { path: "Transform 1 Pattern String", value: "9" },
      { path: "SIP Domain 1 Name", value: "example.com" },
      { path: "Policy Services Service 1 Name", value: "Night" },
      { path: "Bandwidth Pipe 1 Name", value: "Narrow" },
      { path: "Authentication Account Admin Account 1 Name", value: "eve" },
      { path: "Authentication Account Admin Group 1 Name", value: "operators" },
      { path: "Option 1 Key", value: makeOptionKey("I10", "0A1B2C3D") ?? "" },
      { path: "Traversal Server TURN Mode", value: "On" },
      { path: "IntrusionProtection Exemption 1 Address", value: "198.51.100.9" },
      { path: "Firewall Rule 1 Address", value: "198.51.100.9" },
      { path: "Authentication Credential 1 Name", value: "alice" },
      { path: "Zones DefaultZone AccessRules Rule 1 Name", value: "Partners" },
      { path: "Policy AdministratorPolicy Rule 1 Source Pattern", value: ".*" },
      { path: "Policy AdministratorPolicy Rule 1 Destination Pattern", value: "0.*" },
      { path: "Applications B2BUA MicrosoftLync TrustedHost 1 Name", value: "lync1" },
      { path: "Applications B2BUA MicrosoftLync Transcoder 1 Address", value: "198.51.100.20" },
      { path: "Applications B2BUA MicrosoftLync Transcoders PolicyRule 1 Name", value: "Rooms" },
      { path: "Applications B2BUA TURN Server 1 Address", value: "198.51.100.21" },
      { path: "Authentication Credential 1 Password", value: "secret" },
    ],
  });
  // Refused for want of licenses or routes, but searched for and remembered.
  for (let made = 0; made < 2; made++) await call(web.device, web.world);
  const outcomes: TurnOutcome[] = [];
  await turnClient().allocate((outcome) => outcomes.push(outcome));
  web.device.clock.after("a broken timer", 0, () => {
    throw new Error("it is broken");
  });
  await web.world.clock.advance(100);
  expect(outcomes).toMatchObject([{ ok: true }]);
  await web.client.logIn();
});

const TURN_CLIENT = "198.51.100.77";
const turnClient = (): TurnClient =>
  new TurnClient({
    world: web.world,
    address: TURN_CLIENT,
    server: { address: web.device.address, port: 3478 },
    credentials: new TurnCredentials("alice", "secret"),
    peer: "198.51.100.78",
  });

afterAll(() => web.close());

/** Pages of one row, of one call, search or account. */
const details: Readonly<Record<string, () => string>> = {
  calldetails: () => `/calldetails?id=${web.device.calls.history.all()[0]?.serialNumber}`,
  turnrelays: () => `/turnrelays?client=${TURN_CLIENT}`,
  searchdetails: () => `/searchdetails?tag=${web.device.routing.searches.history[0]?.tag}`,
  incidentdetail: () => "/incidentdetail?id=1",
  edituser: () => "/edituser?name=eve",
  editprotectioncategory: () => "/editprotectioncategory?name=ssh-auth",
  changepassword: () => "/changepassword?name=eve",
};

function urlOf(name: string): string {
  return details[name]?.() ?? (name.startsWith("edit") ? `/${name}?id=1` : `/${name}`);
}

const menu = everyEntry.filter((entry) => isPartOf(entry, { product: "expressway-e", hardware: "appliance" }));
const reachable = menu.map((entry) => [pageName(entry), entry.menu.join(" > "), pageTitle(entry)]);

describe("every page of the menus", () => {
  test("each that a menu leads to has a title of its own", () => {
    const titles = everyEntry.filter(({ hidden }) => hidden !== true).map(pageTitle);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test.each(reachable)("%s stands at %s and is called %s", async (name = "", place = "", title = "") => {
    const { statusCode, body, headers } = await web.client.get(urlOf(name));
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toContain("text/html");
    expect(body).toContain(`You are here: ${place}`);
    expect(body).toContain(`<title>${title} - vcs&lt;1> - Cisco Expressway-E</title>`);
    expect(body).toContain(`<h1>${title}</h1>`);
    expect(body).not.toMatch(/undefined|\[object|NaN/);
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/static/live.js" defer>']);
    expect(body).not.toMatch(/ on[a-z]+="| style="/);
    expect(body).toContain("Expressway Twin");
    for (const fact of ["admin (Read-write)", "0A1B2C3D", "X8.1", "2013-12-09 10:"]) expect(body).toContain(fact);
  });

  test.each(reachable)("%s: forms begin as clients read them", async (name = "") => {
    const { body } = await web.client.get(urlOf(name));
    const forms = body.match(/<form method="post"/g)?.length ?? 0;
    const marked = body.match(/^<form [^>]*><input type="hidden" name="sessionid" id="sessionid" value="\w+">$/gm);
    expect(marked?.length ?? 0).toBe(forms);
  });

  /** They have nothing to save, or want a password with it. */
  const others = ["overview", "zones", "restartoptions", "createadministratoraccount", "edituser", "changepassword"];
  test.each(reachable.filter(([url]) => !others.includes(url ?? "")))(
    "%s can be saved as it is, and that changes nothing",
    async (name = "") => {
      const url = urlOf(name);
      const { body } = await web.client.get(url);
      if (!body.includes('value="Save"')) return;
      const before = [...web.device.configuration.allStored()].length;
      const response = await web.client.send(url, { ...fieldsOf(body), sessionid: formIdOf(body) });
      expect(barOf(response.body)).toBeUndefined();
      expect([response.statusCode, response.headers.location]).toEqual([303, url]);
      expect([...web.device.configuration.allStored()]).toHaveLength(before);
    },
  );

  test.each(["/system", "/restart", "/restartoptions?restart", "/dns/"])("%s leads to one, too", async (url) => {
    expect((await web.client.get(url)).statusCode).toBe(200);
  });

  test("is reached from every other", async () => {
    const { body } = await web.client.get("/dns");
    const mains = [...body.matchAll(/aria-haspopup="true">([^<]+)</g)].map(([, name]) => name);
    expect(mains).toEqual(["Status", "System", "Configuration", "Applications", "Users", "Maintenance"]);
    const links = [...body.matchAll(/<li(?: class="member")?><a href="\/([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(links)).toEqual(new Set(menu.filter((entry) => !entry.hidden).map(pageName)));
  });
});

test("fields that are the peer's own are marked, others are not", async () => {
  const { body } = await web.client.get("/ip");
  const rows = body.split('<div class="row').slice(1);
  const rowOf = (label: string) => rows.find((row) => row.includes(`>${label}</label>`)) ?? "";
  expect(rowOf("IPv4 gateway")).toContain("†");
  expect(rowOf("IPv4 address")).toContain("†");
  expect(rowOf("IP protocol")).not.toContain("†");
});

describe("other addresses", () => {
  test("have a page in the frame that says so", async () => {
    const { statusCode, body } = await web.client.get("/snmp<script>");
    expect(statusCode).toBe(404);
    expect(body).toContain("You are here: Page not found");
    expect(body).not.toContain("<script>");
  });

  test("are not led to the log-in page when nobody is logged in", async () => {
    const { statusCode, headers } = await web.app.inject("/api/nothing");
    expect(statusCode).toBe(404);
    expect(headers.location).toBeUndefined();
  });

  test("of zones that do not exist have none either", async () => {
    for (const url of ["/editzone", "/editzone?id=7", "/editzone?id=x"])
      expect((await web.client.get(url)).statusCode).toBe(404);
  });
});

/** The fields of a page as a browser sends them. */
function fieldsOf(html: string): Record<string, string> {
  const plain = [...shownFields(html)].map(([name, value]): [string, string] => [
    name,
    value.replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
  ]);
  return { ...Object.fromEntries(plain), submitbutton: "Save" };
}
