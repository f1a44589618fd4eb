import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeXml } from "../../../../protocol/xapi/xml-writer.ts";
import { elementTrees } from "../../../protocol/xapi/element-arbitrary.ts";
import { addZone } from "../documents/simulated-device.ts";
import { XmlPeer } from "./xml-peer.ts";

let peer: XmlPeer;

beforeAll(async () => {
  peer = await XmlPeer.start();
  await addZone(peer.device, "Branch", "Neighbor");
});
afterAll(() => peer.stop());

const configuration = (inner: string): string => `<Configuration>${inner}</Configuration>`;

test.each(["", "xml", "text/xml; charset", "application/json"])("a document is taken as %j", async (type) => {
  const body = "<Configuration><SystemUnit><Name>any</Name></SystemUnit></Configuration>";
  expect((await peer.put(body, { "content-type": type })).statusCode).toBe(200);
});

describe("a configuration", () => {
  test("is set, rows by their item numbers, names in any case", async () => {
    const { statusCode, body } = await peer.put(
      configuration(
        '<SystemUnit item="1"><Name item="1">a &lt;b&gt;</Name></SystemUnit><zones><Zone item="1"><HopCount>7</HopCount></Zone></zones>',
      ),
    );
    expect(statusCode).toBe(200);
    expect(body).toContain('<Success item="1"/>');
    expect(peer.device.configuration.get("SystemUnit Name")).toBe("a <b>");
    expect(peer.device.configuration.get("Zones Zone 1 HopCount")).toBe("7");
  });

  test.each([
    [
      "<SystemUnit><Name>half</Name></SystemUnit><Alternates><ConfigurationPrimary>9</ConfigurationPrimary></Alternates>",
      "Alternates ConfigurationPrimary",
      "&quot;9&quot; is not allowed: a whole number from 1 to 6",
    ],
    ["<SystemUnit><Nam>x</Nam></SystemUnit>", "SystemUnit Nam", "is not known: one of Name, Maintenance"],
    ["<SystemUnit>x</SystemUnit>", "SystemUnit", "takes no value: one of Name, Maintenance below it"],
    ['<SystemUnit item="2"><Name>x</Name></SystemUnit>', "SystemUnit", "has no item 2: there is one"],
    ["<SystemUnit><Name><X/></Name></SystemUnit>", "SystemUnit Name", "holds elements and takes a value"],
    [
      '<Alternates><Peer item="7"><Address/></Peer></Alternates>',
      "Alternates Peer",
      "item 7 is outside the range [1..6]",
    ],
    [
      '<Zones><Zone item="3"><Name>x</Name></Zone></Zones>',
      "Zones Zone 3 Name",
      "Zones Zone 3 does not exist; there are: 1",
    ],
    [
      "<SystemUnit><Name>half</Name></SystemUnit><SystemUnit><Name>half</Name></SystemUnit>",
      "SystemUnit Name",
      "is in the document twice",
    ],
  ])("%s is refused whole", async (inner, path, reason) => {
    const { statusCode, body } = await peer.put(configuration(inner));
    expect(statusCode).toBe(400);
    expect(body).toContain(`<Path item="1">${path}</Path>`);
    expect(body.replaceAll('"', "&quot;")).toContain(reason);
    expect(peer.device.configuration.get("SystemUnit Name")).not.toBe("half");
  });
});

describe("commands", () => {
  test("are run one after the other", async () => {
    const { statusCode, body } = await peer.put(
      '<Command><ZoneAdd command="True"><ZoneName>Hall</ZoneName><Type>DNS</Type></ZoneAdd><ZoneDelete><ZoneId>77</ZoneId></ZoneDelete></Command>',
    );
    expect(statusCode).toBe(200);
    expect(body).toContain('<Result item="1" status="OK">\n    <Id item="1">2</Id>');
    expect(body).toContain('<Result item="2" status="Error">');
    expect(body).toContain("ZoneId 77 does not exist; there are: 1, 2");
  });

  test("are not begun while one of them is unknown", async () => {
    const add = "<ZoneAdd><ZoneName>Never</ZoneName><Type>DNS</Type></ZoneAdd>";
    for (const other of ["<Frobnicate/>", "<ZoneDelete><ZoneId><X/></ZoneId></ZoneDelete>"]) {
      expect((await peer.put(`<Command>${add}${other}</Command>`)).statusCode).toBe(400);
    }
    expect(peer.device.configuration.rows.of("Zones Zone")).toEqual([1, 2]);
    expect((await peer.put("<Command/>")).statusCode).toBe(400);
  });

  test("take arguments that repeat by their item numbers", async () => {
    const { body } = await peer.put(
      '<Command><FeedbackRegister><URL>http://a</URL><Expression item="16">x</Expression></FeedbackRegister></Command>',
    );
    expect(body).toMatch(/no such number: 1 to 15|not implemented by the emulator: xCommand FeedbackRegister/);
  });
});

describe("what is no document", () => {
  test.each([
    ["<a", "line 1, column"],
    ["", "line 1, column 1"],
    ["<Status/>", "the root element is Status, not Configuration or Command"],
    ['<!DOCTYPE a [<!ENTITY x "y">]><Configuration>&x;</Configuration>', "a DOCTYPE is not allowed"],
    ["<Configuration>&x;</Configuration>", "line 1"],
    [Buffer.from([0x3c, 0xff]), "the document is not UTF-8"],
  ])("%s is refused", async (payload, reason) => {
    const { statusCode, body } = await peer.put(payload);
    expect(statusCode).toBe(400);
    expect(body).toContain(reason);
  });

  test("one that is too large is refused before and after it was read", async () => {
    expect((await peer.put("a".repeat(1_000_001))).statusCode).toBe(413);
    expect((await peer.put("a".repeat(2_000_000))).statusCode).toBe(413);
  });
});

test("a form holds the document in its field", async () => {
  const form = new URLSearchParams({ xmldoc: configuration("<SystemUnit><Name>form</Name></SystemUnit>") }).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  expect((await peer.put(form, type, "/formputxml")).statusCode).toBe(200);
  expect(peer.device.configuration.get("SystemUnit Name")).toBe("form");
  expect((await peer.get(`/formputxml?${form}`)).statusCode).toBe(200);
  expect((await peer.get(`/formputxml?xmldoc=${"x".repeat(256)}`)).statusCode).toBe(414);
  expect((await peer.put("other=1", type, "/formputxml")).statusCode).toBe(400);
});

describe("whatever is sent", () => {
  const documents = fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "binary" }),
    elementTrees.map((tree) => writeXml({ name: "Configuration", product: "p", version: "v", children: [tree] })),
    elementTrees.map((tree) => writeXml({ name: "Command", product: "p", version: "v", children: [tree] })),
    fc.tuple(fc.constantFrom("SystemUnit", "Zones", "Alternates", "x"), elementTrees).map(([name, tree]) =>
      writeXml({
        name: "Configuration",
        product: "p",
        version: "v",
        children: [{ name, item: 1, children: [tree] }],
      }),
    ),
  );
  const types = fc.constantFrom(
    "text/xml",
    "application/xml",
    "application/json",
    "x",
    "multipart/form-data; boundary=a",
  );

  test("is answered in XML, never with a failure of the peer, and changes nothing when it is refused", async () => {
    await fc.assert(
      fc.asyncProperty(documents, types, fc.constantFrom("/putxml", "/formputxml"), async (payload, type, url) => {
        const { generation } = peer.device.configuration;
        const { revision } = peer.device.facts;
        const { statusCode, body } = await peer.put(payload, { "content-type": type }, url);
        expect(statusCode).toBeLessThan(500);
        expect(body).toMatch(/^<\?xml version="1\.0"\?>\n/);
        if (statusCode === 200) return;
        expect(peer.device.configuration.generation).toBe(generation);
        expect(peer.device.facts.revision).toBe(revision);
      }),
    );
  });

  test("as a location gives a document", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (location) => {
        const { statusCode, body } = await peer.get(`/getxml?location=${encodeURIComponent(location)}`);
        expect(statusCode).toBe(200);
        expect(body).toMatch(/^<\?xml version="1\.0"\?>\n<(Status|Configuration) /);
      }),
    );
  });
});
