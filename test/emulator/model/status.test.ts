import { describe, expect, test } from "vitest";
import { statusNodes } from "../../../emulator/model/status/index.ts";
import type { StatusElement } from "../../../emulator/model/types.ts";

function* elements(parent: StatusElement, path = parent.name): Generator<readonly [string, StatusElement]> {
  yield [path, parent];
  for (const child of parent.children ?? []) yield* elements(child, `${path}/${child.name}`);
}

const all = statusNodes.flatMap((node) => [...elements(node)]);
const order = (place: "cliOrder" | "xmlOrder") =>
  statusNodes
    .flatMap((node) => (node[place] === null ? [] : [{ name: node.name, place: node[place] }]))
    .toSorted((left, right) => left.place - right.place)
    .map(({ name }) => name);

test("every path is there once", () => {
  expect(new Set(all.map(([path]) => path)).size).toBe(all.length);
});

test("an element is a leaf with a type or a branch with children, and enumerations have values", () => {
  const sound = ({ type, children, values }: StatusElement) =>
    (type === undefined) === (children !== undefined) && (type === "enum") === (values !== undefined);
  expect(all.filter(([, element]) => !sound(element))).toEqual([]);
});

describe("the order of the top nodes", () => {
  test("in xStatus is that of the X7.2.1 capture", () => {
    expect(order("cliOrder").join(" ")).toBe(
      "SystemUnit Ethernet Options IP ExternalManager Feedback ResourceUsage Calls Zones Alternates Links Pipes Registrations SIP H323 Applications FindMeManager TURN Policy NTP LDAP",
    );
  });

  test("in status.xml puts the database nodes behind all others", () => {
    const names = order("xmlOrder");
    expect(names.slice(0, 4)).toEqual(["SystemUnit", "Ethernet", "IP", "ExternalManager"]);
    const oneLine = new Set(statusNodes.filter((node) => node.xmlOneLine).map(({ name }) => name));
    const tail = names.slice(names.indexOf("PortUsage") + 1);
    expect(tail.every((name) => oneLine.has(name))).toBe(true);
    expect(tail).toContain("Warnings");
  });

  test("gives every node a place of its own", () => {
    for (const place of ["cliOrder", "xmlOrder"] as const) {
      const places = statusNodes.map((node) => node[place]).filter((number) => number !== null);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

test("what is later than X8.1 is left out", () => {
  for (const [path] of all) expect(path).not.toMatch(/Cloud|MicrosoftContent|TPRoom|UserDevice|Demoted|MTLS/);
});
