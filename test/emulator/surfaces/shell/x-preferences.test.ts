import { afterEach, beforeEach, expect, test } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";

let peer: WebPeer;
let shell: AdminShell;

beforeEach(async () => {
  peer = await startWebPeer();
  shell = new AdminShell(peer.device, ADMIN);
});
afterEach(() => peer.close());

const answer = async (line: string): Promise<string> => (await shell.run(line)).lines.join("\n");

test("are listed, one or all", async () => {
  expect(await answer("xPreferences")).toMatch(/^xmlcommandresult: off\nxmlstatusfeedback: off\n(\w+: off\n)+\nOK$/);
  expect(await answer("xpref xmlc")).toMatch(/^"xmlc" is ambiguous: xmlcommandresult, xmlconfigfeedback\n+ERROR$/);
  expect(await answer("xpref xmlcommand")).toBe("xmlcommandresult: off\n\nOK");
});

test("make an answer of xCommand a document", async () => {
  expect(await answer("xPreferences xmlcommandresult On")).toBe("\nOK");
  const [before, ...after] = (await answer("xCommand ZoneAdd ZoneName: Branch Type: Neighbor")).split("\n\nOK");
  expect(after).toEqual([""]);
  expect(readXml(before ?? "")).toMatchObject({ name: "Command", children: [{ name: "Result" }] });
  expect(await answer("xPreferences xmlcommandresult off")).toBe("\nOK");
  expect(await answer("xCommand ZoneDelete ZoneId: 1")).toMatch(/^\*r Result \(status=OK\):/);
});

test("make what is reported a document", async () => {
  const printed: string[] = [];
  shell.open((lines) => printed.push(...lines));
  await answer("xPreferences xmlstatusfeedback on");
  await answer("xFeedback register Event/RegistrationFailure");
  peer.device.registrations.register({ alias: "x".repeat(200), protocol: "SIP", address: "203.0.113.5" });
  expect(readXml(printed.join("\n"))).toMatchObject({ name: "Event", children: [{ name: "RegistrationFailure" }] });
});

test("are of one shell alone", async () => {
  await answer("xPreferences xmlcommandresult on");
  const { lines } = await new AdminShell(peer.device, ADMIN).run("xPreferences xmlcommandresult");
  expect(lines[0]).toBe("xmlcommandresult: off");
});

test("that nobody knows, or that have no such state, change nothing", async () => {
  expect(await answer("xPreferences colour on")).toMatch(/^"colour" is not a preference: one of .*ERROR$/s);
  expect(await answer("xPreferences xmlcommandresult maybe")).toBe('"maybe" is not allowed: one of on, off\n\nERROR');
  expect(await answer("xPreferences itemnumber on")).toMatch(/^not implemented by the emulator: .*ERROR$/s);
  expect(await answer("xPreferences xmlcommandresult on off")).toMatch(/^"off" is too much.*ERROR$/s);
  expect(await answer("xPreferences xmlcommandresult")).toBe("xmlcommandresult: off\n\nOK");
});
