import { afterAll, beforeAll, expect, test } from "vitest";
import { firewallRuleItems, type FirewallRuleItem } from "../../../../emulator/model/configuration/firewall.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { XmlPeer } from "../xml/xml-peer.ts";

let peer: XmlPeer;
let shell: AdminShell;

beforeAll(async () => {
  peer = await XmlPeer.start();
  shell = new AdminShell(peer.device, ADMIN);
});
afterAll(() => peer.stop());

/** Two values of each item that go with the first of all others; Custom first, or ports would not be there. */
const values: Readonly<Record<FirewallRuleItem, readonly [string, string]>> = {
  Priority: ["10", "65535"],
  Interface: ["LAN1", "LAN1"],
  Address: ["2001:db8::1", "2001:db8::2"],
  PrefixLength: ["128", "0"],
  Service: ["Custom", "SSH"],
  Transport: ["UDP", "AH"],
  StartPort: ["100", "1"],
  EndPort: ["200", "65535"],
  Action: ["Drop", "Reject"],
  Description: ["one", "another"],
};

const put = (item: string, value: string): Promise<{ body: string }> =>
  peer.put(
    `<Configuration product="TANDBERG VCS" version="X8.1"><Firewall item="1"><Rule item="1"><${item} item="1">${value}</${item}></Rule></Firewall></Configuration>`,
  );

test("every item of a firewall rule is set and read by CLI and XML", async () => {
  const given = firewallRuleItems.map((item) => `${item}: "${values[item][0]}"`).join(" ");
  expect((await shell.run(`xCommand FirewallRuleAdd ${given}`)).lines.join("\n")).toContain("OK");
  for (const item of firewallRuleItems) {
    const path = `Firewall Rule 1 ${item}`;
    const [first, second] = values[item];
    expect(peer.device.configuration.read(path)).toBe(first);
    expect((await shell.run(`xConfiguration ${path}: "${second}"`)).lines.at(-1)).toBe("OK");
    const { body } = await peer.get(`/getxml?location=/Configuration/Firewall/Rule[1]/${item}`);
    expect(body).toContain(`>${second}</${item}>`);
    expect((await put(item, first)).body).toContain("Success");
    expect((await shell.run(`xConfiguration ${path}`)).lines[0]).toContain(first);
  }
});

test("both refuse what does not go with the other items, and what is in force altogether, for the same reason", async () => {
  const byCli = (path: string, value: string) => shell.run(`xConfiguration ${path}: "${value}"`);
  const reason = "99 is below the start port, 100";
  expect((await byCli("Firewall Rule 1 EndPort", "99")).lines.join("\n")).toContain(reason);
  expect((await put("EndPort", "99")).body).toContain(reason);
  expect((await byCli("Firewall ActiveRule 1 Action", "Drop")).lines.join("\n")).toContain("does not exist");
  peer.device.firewall.activate();
  expect(peer.device.firewall.accept(ADMIN).ok).toBe(true);
  expect((await byCli("Firewall ActiveRule 1 Action", "Reject")).lines.join("\n")).toContain("being activated");
  expect((await shell.run("xConfiguration Firewall ActiveRule 1 Action")).lines[0]).toContain("Drop");
});
