import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seconds } from "../../../../emulator/world/duration.ts";
import { barOf, listRows, type Fields } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const read = (path: string): string | undefined => web.device.configuration.read(path);
const actives = async (): Promise<string[][]> => listRows(await page("/firewallrulesactive"));

/** What the list says of each rule: its priority without the arrows, its description, its state. */
async function listed(url = "/firewallrules"): Promise<[string, string, string][]> {
  return listRows(await page(url)).map((cells) => [
    (cells[1] ?? "").replaceAll(/[▲▼ ]/g, ""),
    cells[9] ?? "",
    cells[10] ?? "",
  ]);
}

async function create(fields: Fields): Promise<string | undefined> {
  const rule = { priority: "10", address: "198.51.100.0", prefixlength: "24", service: "SSH", action: "Drop" };
  await web.client.submit("/createfirewallrule", { ...rule, ...fields }, "Create firewall rule");
  return barOf(await page("/firewallrules"));
}

/** The answer to the question, as a browser sends it. */
const activate = (): ReturnType<WebPeer["client"]["submit"]> =>
  web.client.submit("/firewallrules", {}, "Activate firewall rules");

describe("the list", () => {
  test("is where alarms lead to, and has a rule with its range and its state", async () => {
    expect(await page("/firewallrulesconfig")).toContain("There are no firewall rules.");
    expect(await create({ description: "no shell from outside" })).toBe("<b>Success</b>: Saved");
    expect(listRows(await page("/firewallrules"))[0]?.slice(2, 11)).toEqual([
      "LAN1",
      "198.51.100.0",
      "24",
      "198.51.100.0 - 198.51.100.255",
      "SSH",
      "TCP 22",
      "Drop",
      "no shell from outside",
      "Pending",
    ]);
    expect(await page("/editfirewallrule?id=1")).toContain("Address range: 198.51.100.0 - 198.51.100.255");
    expect((await web.client.get("/editfirewallrule?id=2")).statusCode).toBe(404);
  });

  test("shows the ports of a service of ours, and of all transports none", async () => {
    const own = { service: "Custom", startport: "5000", endport: "5010" };
    await create({ priority: "1", ...own, transport: "UDP" });
    await create({ priority: "2", ...own, transport: "All" });
    await create({ priority: "3", service: "H.323" });
    expect(listRows(await page("/firewallrules")).map((cells) => [cells[6], cells[7]])).toEqual([
      ["Custom", "UDP 5000-5010"],
      ["Custom", "All"],
      ["H.323", "UDP 1719, TCP 1720"],
    ]);
    expect(read("Firewall Rule 3 Service")).toBe("H323");
  });

  test("is filtered by description", async () => {
    await create({ priority: "1", description: "Shell from outside" });
    await create({ priority: "2", description: "nobody else" });
    expect(await page("/firewallrules")).toContain('name="filter"');
    expect(await listed("/firewallrules?filter=shell")).toEqual([["1", "Shell from outside", "Pending"]]);
    expect(await listed("/firewallrules?filter=none")).toEqual([]);
  });

  test("swaps priorities by its arrows", async () => {
    await create({ priority: "1", description: "a" });
    await create({ priority: "2", description: "b" });
    await web.client.submit("/firewallrules", { up: "2", submitbutton: [], formbutton: [] });
    expect((await listed()).map(([priority, name]) => priority + name)).toEqual(["1b", "2a"]);
    await web.client.submit("/firewallrules", { down: "2", submitbutton: [], formbutton: [] });
    expect((await listed()).map(([priority, name]) => priority + name)).toEqual(["1a", "2b"]);
    const beyond = await web.client.submit("/firewallrules", { up: "1", submitbutton: [], formbutton: [] });
    expect(barOf(beyond.body)).toBe("<b>Failed</b>: rule 1 cannot be moved up");
  });

  test.each([
    [{ address: "198.51.100" }, "IPv4 or IPv6 address"],
    [{ prefixlength: "33" }, "0 to 32"],
    [{ service: "Custom", startport: "2", endport: "1" }, "below the start port"],
    [{ interface: "LAN2" }, "Advanced Networking"],
  ])("takes no rule with %o", async (fields, reason) => {
    const sent = { priority: "10", address: "198.51.100.0", service: "SSH", action: "Drop", ...fields };
    const answer = await web.client.submit("/createfirewallrule", sent, "Create firewall rule");
    expect(barOf(answer.body)).toContain(reason);
    expect(web.device.firewall.listed).toEqual([]);
  });
});

describe("activation", () => {
  test("asks, counts 15 seconds, and keeps what is accepted", async () => {
    await create({ description: "no shell" });
    const asked = await web.client.submit("/firewallrules", { askfirst: "yes" }, "Activate firewall rules");
    expect(asked.body).toContain("Activate the firewall rules?");
    expect(await actives()).toEqual([]);
    expect((await activate()).headers.location).toBe("/firewallrulesconfirmation");
    const confirmation = await web.client.get("/firewallrulesconfirmation");
    expect([confirmation.headers["refresh"], confirmation.body.match(/in\s+(\d+) seconds/)?.[1]]).toEqual(["1", "15"]);
    await web.world.clock.advance(seconds(14));
    expect((await page("/firewallrulesconfirmation")).match(/in\s+(\d+) seconds/)?.[1]).toBe("1");
    await web.client.submit("/firewallrulesconfirmation", {}, "Accept changes");
    expect(barOf(await page("/firewallrules"))).toBe("<b>Success</b>: Firewall rules activated");
    await web.world.clock.advance(seconds(60));
    expect(await listed()).toEqual([["10", "no shell", ""]]);
    expect((await actives()).map((cells) => [cells[0], cells[5], cells[7]])).toEqual([["10", "SSH", "Drop"]]);
  });

  test("without an answer, and with Rollback changes, brings the earlier rules back", async () => {
    await create({ description: "no shell" });
    await activate();
    expect(await actives()).toHaveLength(1);
    await web.world.clock.advance(seconds(15));
    expect(await actives()).toEqual([]);
    const late = await web.client.get("/firewallrulesconfirmation");
    expect(late.headers["refresh"]).toBeUndefined();
    expect(late.body).toContain("No firewall rules wait for confirmation.");
    for (const button of ["Accept changes", "Rollback changes"])
      expect(barOf((await web.client.submit("/firewallrulesconfirmation", {}, button)).body)).toContain("time is over");
    await activate();
    await web.client.submit("/firewallrulesconfirmation", {}, "Rollback changes");
    expect(await actives()).toEqual([]);
    expect(await listed()).toEqual([["10", "no shell", "Pending"]]);
  });

  test("of rules with one priority says which, with the alarm that leads here", async () => {
    await create({});
    await create({});
    expect(barOf((await activate()).body)).toBe("<b>Failed</b>: several rules have the priority 10");
    expect(await page("/alarms")).toMatch(/firewallrulesconfig/);
  });
});

test("deleting waits for activation; Revert all changes discards it", async () => {
  await create({ description: "no shell" });
  await activate();
  await web.client.submit("/firewallrulesconfirmation", {}, "Accept changes");
  await web.client.submit("/firewallrules", { firewallrule: "1" }, "Delete");
  expect(await listed()).toEqual([["10", "no shell", "Pending delete"]]);
  expect(await actives()).toHaveLength(1);
  await web.client.submit("/firewallrules", {}, "Revert all changes");
  expect(barOf(await page("/firewallrules"))).toBe("<b>Success</b>: All changes reverted");
  expect(await listed()).toEqual([["10", "no shell", ""]]);
  await web.client.submit("/firewallrules", { firewallrule: "1" }, "Delete");
  await activate();
  await web.client.submit("/firewallrulesconfirmation", {}, "Accept changes");
  expect(await page("/firewallrules")).toContain("There are no firewall rules.");
  expect(await actives()).toEqual([]);
});
