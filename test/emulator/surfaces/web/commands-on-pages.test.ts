import { afterEach, beforeEach, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { shownIn } from "./web-client.ts";
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
