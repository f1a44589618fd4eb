import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setItems } from "../../../../emulator/peer/configuration/set-items.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { listConfiguration } from "../../../../emulator/surfaces/documents/configuration-listing.ts";
import { locate } from "../../../../emulator/surfaces/documents/located-document.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { readItems } from "../../../../emulator/surfaces/xml/read-items.ts";
import { parseCommandLine } from "../../../../protocol/xapi/command-line.ts";
import type { Element } from "../../../../protocol/xapi/element.ts";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { addZone, ADMIN, simulatedDevice } from "./simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  for (const type of ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"])
    await addZone(device, type, type);
  const items = [
    { path: "SystemUnit Name", value: 'a "b" \\ & <c>' },
    { path: "Alternates Cluster PreSharedKey", value: "secret" },
    { path: "Zones Zone 1 Neighbor Peer 2 Address", value: "b.example.com" },
  ];
  expect(setItems(device, items, ADMIN)).toEqual({ ok: true });
});
afterAll(() => powerOff());

/** The values of a document by what the CLI calls their paths. */
function documentValues(xml: string): Map<string, string> {
  const read = readItems(readXml(xml));
  if (!read.ok) throw new Error(`${read.path}: ${read.reason}`);
  return new Map(read.items.map(({ path, value }) => [path, value]));
}

async function cliValue(path: string): Promise<string | undefined> {
  const { lines } = await new AdminShell(device, ADMIN).run(`xConfiguration ${path}`);
  expect(lines.slice(1)).toEqual(["", "OK"]);
  const { words, args } = parseCommandLine((lines[0] ?? "").replace(/^\*c /, ""));
  expect([...words.slice(1), args[0]?.name].join(" ")).toBe(path);
  return args[0]?.value;
}

test("every visible item has the same value on the CLI, in the document and in its own part of the document", async () => {
  const whole = documentValues(locate(device, "/Configuration").xml);
  const listed = listConfiguration(device.configuration);
  expect([...whole.keys()].toSorted()).toEqual(listed.map(({ path }) => path).toSorted());
  for (const { path } of listed) expect(await cliValue(path)).toBe(whole.get(path));
});

test("a part of the configuration that is read by itself is the same as in the whole", async () => {
  const whole = documentValues(locate(device, "/Configuration").xml);
  const paths = listConfiguration(device.configuration).map(({ path }) => path);
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      const location = `/Configuration/${path.replaceAll(/ (\d+)/g, "[$1]").replaceAll(" ", "/")}`;
      const part = documentValues(locate(device, location).xml);
      expect(part.get(path)).toBe(whole.get(path));
      expect([...part.keys()].every((other) => other === path)).toBe(true);
    }),
  );
});

test("what was read can be written back, and changes nothing", () => {
  const { generation } = device.configuration;
  const { revision } = device.facts;
  const read = readItems(readXml(locate(device, "/Configuration").xml));
  expect(read.ok && setItems(device, read.items, ADMIN)).toEqual({ ok: true });
  expect(device.configuration.generation).toBe(generation);
  expect(device.facts.revision).toBe(revision);
});

test("status has the same leaves on the CLI and in the document", async () => {
  const { lines } = await new AdminShell(device, ADMIN).run("xStatus SystemUnit");
  const leaves = (element: Element): string[] =>
    element.children ? element.children.flatMap(leaves) : [`${element.name}=${element.text ?? ""}`];
  const onCli = lines.flatMap((line) => {
    const [, name, value = ""] = /^ +(\w+): (.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [`${name}=${value.replaceAll('"', "")}`];
  });
  expect(onCli).toEqual(leaves(readXml(locate(device, "/Status/SystemUnit").xml)));
});
