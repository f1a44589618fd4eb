import { afterEach, beforeEach, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { listRows, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

test.each([
  ["DNSServerAdd 192.0.2.53", "DNSServerDelete 192.0.2.53", "/dns", "dns_server_1_address", "192.0.2.53"],
  [
    "DNSPerDomainServerAdd 192.0.2.54 example.com inside.test",
    "DNSPerDomainServerDelete 192.0.2.54",
    "/dns",
    "dns_perdomainserver_1_domain2",
    "inside.test",
  ],
  [
    "NTPServerAdd ntp.example.com",
    "NTPServerDelete ntp.example.com",
    "/time",
    "ntp_server_1_address",
    "ntp.example.com",
  ],
])("what %s sets shows on the page, and %s takes it away", async (add, remove, url, field, value) => {
  const shell = new AdminShell(web.device, { user: "admin" });
  const shown = async (): Promise<string | undefined> => shownIn((await web.client.get(url)).body, field);
  expect(await shown()).toBe("");
  expect((await shell.run(`xCommand ${add}`)).lines.at(-1)).toBe("OK");
  expect(await shown()).toBe(value);
  await shell.run(`xCommand ${remove}`);
  expect(await shown()).toBe("");
});

test("an alarm that an operator raises shows on the page with its text, and goes when it is lowered", async () => {
  const shell = new AdminShell(web.device, { user: "admin" });
  const uuid = "9322bbdc-d8fd-11de-a364-001d09a14174";
  const page = async (): Promise<string> => (await web.client.get("/alarms")).body;
  expect(await page()).not.toContain("the fan stands");
  await shell.run(`xCommand WarningRaise ${uuid} "the fan stands"`);
  expect(await page()).toContain("the fan stands");
  await shell.run(`xCommand WarningLower ${uuid}`);
  expect(await page()).not.toContain("the fan stands");
});

test("rows of commands stand in the lists of the pages, and rows of the pages in xConfiguration", async () => {
  const shell = new AdminShell(web.device, { user: "admin" });
  const rows = async (url: string): Promise<string[][]> => listRows((await web.client.get(url)).body);
  await shell.run("xCommand DomainAdd example.com");
  expect(await rows("/domains")).toEqual([["", "1", "example.com", "View/Edit"]]);
  await shell.run('xCommand PolicyServiceAdd Night "after hours"');
  expect(await rows("/policyservices")).toEqual([["", "Night", "after hours", "View/Edit"]]);
  await web.client.submit("/createdomain", { name: "example.org", sip: "Off", edge: "On" }, "Create domain");
  expect((await shell.run("xConfiguration SIP Domain 2")).lines).toEqual(
    expect.arrayContaining([
      '*c xConfiguration SIP Domain 2 Name: "example.org"',
      "*c xConfiguration SIP Domain 2 Edge: On",
    ]),
  );
  await web.client.submit("/domains", { domain: "1", confirmed: "yes" }, "Delete");
  expect(web.device.configuration.rows.of("SIP Domain")).toEqual([2]);
});

test("a VCS has pages for who may register, an Expressway has none", async () => {
  expect((await web.client.get("/registration")).statusCode).toBe(404);
  expect((await web.client.get("/allowlistpatterns")).statusCode).toBe(404);
  const vcs = await startWebPeer({ product: "vcs-control" });
  await vcs.client.logIn();
  await new AdminShell(vcs.device, { user: "admin" }).run("xCommand AllowListAdd @example.com Suffix ours");
  expect(listRows((await vcs.client.get("/allowlistpatterns")).body)).toEqual([
    ["", "ours", "Suffix", "@example.com", "View/Edit"],
  ]);
  const field = "registration_restrictionpolicy_mode";
  await vcs.client.submit("/registration", { [field]: "Deny List" });
  expect(vcs.device.configuration.get("Registration RestrictionPolicy Mode")).toBe("DenyList");
  const made = { pattern_string: "4711", pattern_type: "Exact", description: "" };
  await vcs.client.submit("/createdenylistpattern", made, "Create deny list pattern");
  expect(vcs.device.configuration.get("Registration DenyList 1 Pattern String")).toBe("4711");
  await vcs.close();
});
