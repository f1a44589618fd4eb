import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AdminShell } from "../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../emulator/surfaces/documents/simulated-device.ts";
import { XmlPeer } from "../emulator/surfaces/xml/xml-peer.ts";

// What a peer as unpacked says, whole, so that a change of any line is seen by whoever makes it. `npm run golden`
// writes the files anew: look at their difference before it is committed.

let peer: XmlPeer;

beforeAll(async () => {
  peer = await XmlPeer.start();
});
afterAll(() => peer.stop());

describe("the command shell of a fresh peer", () => {
  test.each([
    ["xConfiguration", "xconfiguration"],
    ["xConfiguration ?", "xconfiguration-help"],
    ["xConfiguration ??", "xconfiguration-help-whole"],
    ["xStatus", "xstatus"],
    ["xStatus ?", "xstatus-help"],
    ["xCommand ?", "xcommand-help"],
    ["xCommand ??", "xcommand-help-whole"],
    ["xHistory ?", "xhistory-help"],
    ["xFeedback ?", "xfeedback-help"],
    ["?", "help"],
  ])("%s", async (line, name) => {
    const { lines } = await new AdminShell(peer.device, ADMIN).run(line);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`files/${name}.txt`);
  });
});

describe("the documents of a fresh peer", () => {
  test.each(["status", "configuration", "valuespace", "command", "history", "alternatesconfiguration"])(
    "%s.xml",
    async (name) => {
      const { body } = await peer.get(`/${name}.xml`);
      await expect(body).toMatchFileSnapshot(`files/${name}.xml`);
    },
  );
});
