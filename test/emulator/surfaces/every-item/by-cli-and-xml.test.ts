import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import type { ConfigurationItem } from "../../../../emulator/model/types.ts";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { cipherText } from "../../../../emulator/peer/configuration/cipher-text.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { quoteText } from "../../../../protocol/xapi/cli-writer.ts";
import { parseCommandLine } from "../../../../protocol/xapi/command-line.ts";
import type { Element } from "../../../../protocol/xapi/element.ts";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { writeXml } from "../../../../protocol/xapi/xml-writer.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { XmlPeer } from "../xml/xml-peer.ts";
import { makePresent } from "./make-present.ts";
import { sampleValues } from "./sample-values.ts";
import { isOfFirewall, keptAsHash, locksOut, takesKeysAlone } from "./unlike-the-others.ts";

let peer: XmlPeer;
let shell: AdminShell;

beforeAll(async () => {
  peer = await XmlPeer.start();
  shell = new AdminShell(peer.device, ADMIN);
});
afterAll(() => peer.stop());

const OK = "OK";
const aHash: unknown = expect.stringMatching(/^scrypt/);

/** `OK`, or the reason that `xConfiguration` gives. */
async function setByCli(path: string, value: string, { values }: ConfigurationItem): Promise<string> {
  const typed = /^\w+$/.test(value) && values.kind !== "text" ? value : quoteText(value);
  const { lines } = await shell.run(`xConfiguration ${path}: ${typed}`);
  return lines.at(-1) === OK ? OK : (lines[0] ?? "").replace(`${path}: `, "");
}

async function readByCli(path: string): Promise<string | undefined> {
  const { lines } = await shell.run(`xConfiguration ${path}`);
  return parseCommandLine((lines[0] ?? "").replace(/^\*c /, "")).args[0]?.value;
}

/** `OK`, or the reason that a put document is answered with. */
async function setByXml(path: string, value: string): Promise<string> {
  const { body } = await peer.put(documentOf(path, value));
  const [answer] = readXml(body).children ?? [];
  return answer?.name === "Success" ? OK : (answer?.children?.find(({ name }) => name === "Reason")?.text ?? body);
}

async function readByXml(path: string): Promise<string | undefined> {
  const location = `/Configuration/${path.replaceAll(/ (\d+)/g, "[$1]").replaceAll(" ", "/")}`;
  const { body } = await peer.get(`/getxml?location=${encodeURIComponent(location)}`);
  let element: Element | undefined = readXml(body);
  while (element?.children) element = element.children[0];
  return element?.text ?? "";
}

/** `Zones Zone 3 Name` as elements inside each other. */
function documentOf(path: string, value: string): string {
  const words = path.split(" ").reduce<{ name: string; item: number }[]>((steps, word) => {
    const last = steps.at(-1);
    if (last && /^\d+$/.test(word)) last.item = Number(word);
    else steps.push({ name: word, item: 1 });
    return steps;
  }, []);
  const elements = words.reduceRight<readonly Element[] | string>(
    (below, { name, item }) => [
      typeof below === "string" ? { name, item, text: below } : { name, item, children: below },
    ],
    value,
  );
  return writeXml({
    name: "Configuration",
    product: "TANDBERG VCS",
    version: "X8.1",
    children: typeof elements === "string" ? [] : elements,
  });
}

const items = configurationItems.filter(({ path }) => !takesKeysAlone.has(path) && !isOfFirewall(path));

describe("every item of the model", () => {
  test.each(items.map((item) => [item.path, item] as const))("%s", async (template, item) => {
    const path = makePresent(peer.device, item);
    const { valid, invalid } = sampleValues(item);
    const settable = valid.filter((value) => !locksOut[template]?.includes(value));
    const kept = (value: string): unknown => (keptAsHash.has(template) ? aHash : value);
    // A secret is never shown; its cipher text is another for each value.
    const shown = (where: string, value: string): string =>
      item.values.kind === "secret" && value !== ""
        ? cipherText(peer.device, where, peer.device.configuration.read(where) ?? "")
        : value;
    for (const value of settable) {
      expect(await setByCli(path, value, item)).toBe(OK);
      expect(await readByXml(path)).toBe(shown(path, value));
      expect(peer.device.configuration.read(path)).toEqual(kept(value));
    }
    for (const value of settable.toReversed()) {
      expect(await setByXml(path, value)).toBe(OK);
      expect(await readByCli(path)).toBe(shown(path, value));
      expect(peer.device.configuration.read(path)).toEqual(kept(value));
    }
    expect(await readByXml(path)).toBe(await readByCli(path));
    const { generation } = peer.device.configuration;
    const present = peer.device.configuration.read(path);
    for (const value of invalid) {
      const reason = await setByCli(path, value, item);
      expect(reason).toMatch(/ is (not allowed|too long|too short)/);
      expect(await setByXml(path, value)).toBe(reason);
    }
    expect(peer.device.configuration.read(path)).toBe(present);
    expect(peer.device.configuration.generation).toBe(generation);
  });
});

test("an option key is taken and refused for the same reason by both", async () => {
  const path = "Option 1 Key";
  const item = configurationItems.find((one) => one.path === "Option [1..64] Key");
  if (!item) throw new Error("there is no item for option keys");
  const [first, second] = ["R50", "R60"].map((option) => makeOptionKey(option, "0A1B2C3D") ?? "");
  expect(await setByCli(path, first ?? "", item)).toBe(OK);
  expect(await readByXml(path)).toBe(first);
  expect(await setByXml(path, second ?? "")).toBe(OK);
  expect(await readByCli(path)).toBe(second);
  for (const wrong of ["no key", makeOptionKey("R50", "FFFFFFFF") ?? ""]) {
    const reason = await setByCli(path, wrong, item);
    expect(reason).not.toBe(OK);
    expect(await setByXml(path, wrong)).toBe(reason);
  }
  expect(await readByCli(path)).toBe(second);
});
