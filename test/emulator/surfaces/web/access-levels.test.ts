import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { menu as everyEntry } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { barOf, formIdOf, WebClient } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const ADMIN = { user: "admin" };
const LEVELS = ["Auditor", "ReadOnly", "ReadWrite"] as const;

let web: WebPeer;
const clients = new Map<string, WebClient>();

beforeAll(async () => {
  web = await startWebPeer({ hardware: "appliance" });
  for (const AccessLevel of LEVELS) {
    web.device.accounts.add({ Name: AccessLevel, Password: "secret", AccessLevel }, ADMIN);
    const client = new WebClient(web.app);
    await client.logIn(AccessLevel, "secret");
    clients.set(AccessLevel, client);
  }
});

afterAll(() => web.close());

const clientOf = (level: string): WebClient => clients.get(level) as WebClient;

const menu = everyEntry.filter((entry) => isPartOf(entry, { product: "expressway-e", hardware: "appliance" }));
/** The pages of the menus that need no row. */
const pages = menu.filter(({ hidden }) => !hidden).map(pageName);

/** Administrator Guide, "User accounts": the pages of auditors, as far as the twin has them. */
const AUDITED = ["overview", "alarms", "eventlog", "configurationlog", "networklog"];

/** What those who may not change anything would find empty, or full of secrets. */
const CLOSED = ["upgrade", "backuprestore", "restartoptions", "systemsnapshot"];

/** Their buttons ask and change nothing. */
const ASKING = [
  "eventlog",
  "configurationlog",
  "networklog",
  "checkpattern",
  "locate",
  "dnslookup",
  "clientcertificatetesting",
  "ping",
  "traceroute",
  "tracepath",
  "localinboundports",
  "localoutboundports",
  "remotelisteningports",
];

describe("a page", () => {
  test.each(pages)("%s opens to those who may see it", async (name) => {
    const opens = async (level: string): Promise<boolean> => (await clientOf(level).get(`/${name}`)).statusCode === 200;
    expect(await opens("ReadWrite")).toBe(true);
    expect(await opens("ReadOnly")).toBe(!CLOSED.includes(name));
    expect(await opens("Auditor")).toBe(AUDITED.includes(name));
  });

  test.each(pages.filter((name) => !CLOSED.includes(name) && !ASKING.includes(name)))(
    "%s has no button for those who may not change anything, and takes no form from them",
    async (name) => {
      const client = clientOf("ReadOnly");
      const { body } = await client.get(`/${name}`);
      expect(body).not.toContain('<button type="submit"');
      if (!body.includes("<form ")) return;
      const before = web.device.configuration.generation;
      const sent = await client.send(`/${name}`, {
        sessionid: formIdOf(body),
        submitbutton: "Save",
        formbutton: "Save",
      });
      expect(sent.statusCode).toBe(403);
      expect(barOf(sent.body)).toBe("<b>Failed</b>: your account has Read-only access: it cannot make changes");
      expect(web.device.configuration.generation).toBe(before);
    },
  );

  test.each(ASKING)("%s may be asked by those who may not change anything", async (name) => {
    expect((await clientOf("ReadOnly").get(`/${name}`)).body).toContain('<button type="submit"');
  });

  test("that is closed says so, and is in no menu", async () => {
    const client = clientOf("Auditor");
    const { body } = await client.get("/clustering");
    expect(barOf(body)).toBe("<b>Failed</b>: your account has Auditor access: this page is not open to it");
    const links = [...body.matchAll(/<li(?: class="member")?><a href="\/([^"]*)"/g)].map(([, link]) => link);
    expect(new Set(links)).toEqual(new Set(AUDITED));
    expect(body).toContain("Auditor (Auditor)");
    expect((await client.get("/alarms")).body).not.toContain("Acknowledge</button>");
  });
});

describe("rights that change while somebody is logged in", () => {
  test("count with the next click", async () => {
    web.device.accounts.add({ Name: "eve", Password: "secret" }, ADMIN);
    const client = new WebClient(web.app);
    await client.logIn("eve", "secret");
    const sessionid = formIdOf((await client.get("/dns")).body);
    web.device.accounts.change("eve", { AccessLevel: "ReadOnly" }, ADMIN);
    const late = await client.send("/dns", { sessionid, ip_dns_hostname: "late", submitbutton: "Save" });
    expect([late.statusCode, web.device.configuration.get("IP DNS Hostname")]).toEqual([403, ""]);
    web.device.accounts.change("eve", { Enabled: "Off" }, ADMIN);
    expect((await client.get("/dns")).headers.location).toBe("/login/");
    web.device.accounts.change("eve", { Enabled: "On" }, ADMIN);
    expect((await client.get("/dns")).headers.location).toBe("/login/");
  });
});
