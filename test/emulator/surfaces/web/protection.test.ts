import { afterEach, beforeEach, expect, test } from "vitest";
import { barOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const GUESSER = "198.51.100.7";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const read = (path: string): string | undefined => web.device.configuration.read(path);

async function enable(...category: readonly string[]): Promise<void> {
  await web.client.submit("/administration", { intrusionprotection_service_mode: "On" });
  await web.client.submit("/protectionoverview", { category }, "Enable");
}

function guess(category: "ssh-auth" | "web-auth" = "ssh-auth", address = GUESSER): void {
  for (let time = 0; time < 5; time++) web.device.protection.failed(category, address);
}

/** The cells of one category on the overview, from its status to its exemptions. */
async function overviewOf(label: string): Promise<readonly string[] | undefined> {
  const row = listRows(await page("/protectionoverview")).find((cells) => cells[1] === label);
  return row?.slice(2, 7);
}

test("the overview tells what each category does, and enables and disables", async () => {
  expect(await page("/protectionoverview")).toContain("The automated protection service is off");
  expect(listRows(await page("/protectionoverview")).map(([, label]) => label)).toEqual([
    "HTTP proxy authorization failure",
    "HTTP proxy protocol violation",
    "SIP authentication failure",
    "SIP protocol violation",
    "SIP registration failure",
    "SSH authorization failure",
    "SSH protocol violation",
    "Web login failure",
    "XMPP protocol violation",
  ]);
  expect(await overviewOf("SSH authorization failure")).toEqual(["Off", "0", "0", "0", "0"]);
  await web.client.submit("/protectionoverview", { category: ["ssh-auth"] }, "Enable");
  expect((await overviewOf("SSH authorization failure"))?.[0]).toContain("the service is off");
  await enable("ssh-auth", "sip-auth");
  expect(barOf(await page("/protectionoverview"))).toBe("<b>Success</b>: Categories enabled");
  expect(await page("/protectionoverview")).not.toContain("The automated protection service is off");
  expect((await overviewOf("SIP authentication failure"))?.[0]).toContain("the twin has no such service to protect");
  guess();
  expect((await overviewOf("SSH authorization failure"))?.[0]).toContain("Active");
  expect((await overviewOf("SSH authorization failure"))?.slice(1)).toEqual(["1", "5", "1", "0"]);
  await web.client.submit("/protectionoverview", { category: "ssh-auth" }, "Disable");
  expect(await overviewOf("SSH authorization failure")).toEqual(["Off", "0", "5", "1", "0"]);
  expect(barOf((await web.client.submit("/protectionoverview", {}, "Enable")).body)).toBe(
    "<b>Failed</b>: no category is selected",
  );
});

test("a category has its rules, its figures, and the way to what it saw", async () => {
  await enable("web-auth");
  const url = "/editprotectioncategory?name=web-auth";
  const item = "intrusionprotection_category_weblogin";
  await web.client.submit(url, { [`${item}_triggerlevel`]: "2", [`${item}_blockduration`]: "30" });
  expect(read("IntrusionProtection Category WebLogin TriggerLevel")).toBe("2");
  await web.client.logIn("admin", "guess");
  await web.client.logIn("admin", "guess");
  await web.client.logIn();
  expect(tableRows(await page(url))).toEqual([
    ["What counts", "Wrong passwords on the log-in page, and of programs that read XML or REST."],
    ["State", expect.stringContaining("Active")],
    ["Currently blocked", "1"],
    ["Total failures", "2"],
    ["Total blocks", "1"],
  ]);
  const [, triggers = ""] =
    /<a href="([^"]*)">View all matching intrusion protection triggers/.exec(await page(url)) ?? [];
  expect((await page(triggers)).match(/<li[^>]*>[^<]*Login Failure/g)).toHaveLength(2);
  expect((await page("/eventlog?string=Intrusion+Protection")).match(/Intrusion Protection Blocking/g)).toHaveLength(1);
  expect((await web.client.get("/editprotectioncategory?name=ssh")).statusCode).toBe(404);
  const refused = await web.client.submit(url, { [`${item}_triggerlevel`]: "0" });
  expect(barOf(refused.body)).toContain("Trigger level: &quot;0&quot; is not allowed: a whole number from 1 to 1000");
});

test("blocked addresses are unblocked, and exempted from the category if asked", async () => {
  expect(await page("/blockedaddresses")).toContain("There are no blocked addresses.");
  await enable("ssh-auth", "web-auth");
  guess();
  await web.world.clock.advance(500);
  guess("web-auth");
  guess("ssh-auth", "198.51.100.8");
  expect(listRows(await page("/blockedaddresses"))).toEqual([
    ["", GUESSER, "SSH authorization failure", "10 minutes"],
    ["", "198.51.100.8", "SSH authorization failure", "10 minutes"],
    ["", GUESSER, "Web login failure", "10 minutes"],
  ]);
  expect(listRows(await page("/blockedaddresses?category=web-auth"))).toHaveLength(1);
  await web.client.submit("/blockedaddresses", { blocked: `ssh-auth ${GUESSER}` }, "Unblock");
  expect(barOf(await page("/blockedaddresses"))).toBe("<b>Success</b>: Address unblocked");
  await web.client.submit("/blockedaddresses", { blocked: `web-auth ${GUESSER}` }, "Unblock and exempt");
  guess();
  guess("web-auth");
  expect(listRows(await page("/blockedaddresses")).map((cells) => cells.slice(1, 3))).toEqual([
    ["198.51.100.8", "SSH authorization failure"],
    [GUESSER, "SSH authorization failure"],
  ]);
  expect(listRows(await page("/exemptions"))).toEqual([["", GUESSER, "32", "Web login failure", "View/Edit"]]);
  expect((await overviewOf("Web login failure"))?.[4]).toBe("1");
  const late = await web.client.submit("/blockedaddresses", { blocked: `web-auth ${GUESSER}` }, "Unblock");
  expect(barOf(late.body)).toBe(`<b>Failed</b>: ${GUESSER} is no longer blocked for Web login failure`);
  expect(barOf((await web.client.submit("/blockedaddresses", {}, "Unblock")).body)).toBe(
    "<b>Failed</b>: no address is selected",
  );
});

test("exemptions are created, edited and deleted", async () => {
  await web.client.submit("/createexemption", { address: "198.51.100.0", prefixlength: "24" }, "Create exemption");
  expect(listRows(await page("/exemptions"))).toEqual([["", "198.51.100.0", "24", "All", "View/Edit"]]);
  await enable("ssh-auth");
  guess();
  expect(web.device.protection.blocked()).toEqual([]);
  await web.client.submit("/editexemption?id=1", { intrusionprotection_exemption_1_sshauthorization: "No" });
  guess();
  expect(web.device.protection.blocked()).toHaveLength(1);
  const refused = await web.client.submit("/createexemption", { address: "198.51.100.256" }, "Create exemption");
  expect(barOf(refused.body)).toContain("Address: &quot;198.51.100.256&quot; is not allowed");
  await web.client.submit("/exemptions", { exemption: "1" }, "Delete");
  expect(await page("/exemptions")).toContain("There are no exemptions.");
});
