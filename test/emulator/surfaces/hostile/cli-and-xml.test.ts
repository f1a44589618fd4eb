import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { locate } from "../../../../emulator/surfaces/documents/located-document.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { RootShell } from "../../../../emulator/surfaces/shell/root-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { XmlPeer } from "../xml/xml-peer.ts";
import { commandLines, documents, stateOf } from "./inputs.ts";
import { runs } from "../../../runs.ts";

let peer: XmlPeer;

beforeAll(async () => {
  peer = await XmlPeer.start();
});
afterAll(() => peer.stop());

test("any line at all is answered, and one that is refused changes nothing", async () => {
  const shell = new AdminShell(peer.device, ADMIN);
  await fc.assert(
    fc.asyncProperty(commandLines, async (line) => {
      const before = stateOf(peer.device);
      const { lines, status } = await shell.run(line);
      expect(["OK", "ERROR", "Bye!", undefined]).toContain(lines.at(-1));
      expect(status === 0 || stateOf(peer.device) === before).toBe(true);
    }),
    runs(1500),
  );
});

test("any document at all is answered with a document, and one that is refused changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (text) => {
      const before = stateOf(peer.device);
      const { statusCode, body } = await peer.put(text);
      expect([200, 400, 413]).toContain(statusCode);
      expect(readXml(body).name).toMatch(/^(Configuration|Command|Fault)$/);
      expect(statusCode === 200 || stateOf(peer.device) === before).toBe(true);
    }),
    runs(500),
  );
});

test("any location at all is answered with a document", () => {
  fc.assert(
    fc.property(commandLines, (location) => {
      expect(readXml(locate(peer.device, location).xml).name).toMatch(/^(Status|Configuration)$/);
    }),
  );
});

test("no line of root's shell gets at anything of the machine", async () => {
  const shell = new RootShell(peer.device, { ...ADMIN, user: "root" });
  await fc.assert(
    fc.asyncProperty(
      commandLines,
      fc.constantFrom("cat", "ls -l", "tail", "head", "grep root", ""),
      async (line, verb) => {
        const { lines } = await shell.run(`${verb} ${line}`);
        expect(lines.join("\n")).not.toContain("root:x:0:0");
      },
    ),
    runs(500),
  );
});
