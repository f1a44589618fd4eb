import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import { commands } from "../../../../emulator/model/commands/index.ts";
import { basic, XmlPeer } from "./xml-peer.ts";

let peer: XmlPeer;

beforeAll(async () => {
  peer = await XmlPeer.start();
});
afterAll(() => peer.stop());

const paths = ["/status.xml", "/configuration.xml", "/alternatesconfiguration.xml", "/valuespace.xml", "/command.xml"];

describe("authentication", () => {
  test.each([
    ["nothing", undefined],
    ["a wrong password", basic("admin", "wrong")],
    ["root", basic("root", "TANDBERG")],
    ["an unknown name", basic("constructor", "TANDBERG")],
    ["another scheme", "Bearer abc"],
    ["no colon", `Basic ${Buffer.from("admin").toString("base64")}`],
    ["what is no base64", "Basic ?"],
  ])("%s is answered with the challenge", async (_, authorization) => {
    for (const url of [...paths, "/getxml?location=/Status", "/history.xml", "/formputxml"]) {
      const response = await peer.app.inject({ url, headers: authorization === undefined ? {} : { authorization } });
      expect(response.statusCode).toBe(401);
      expect(response.headers["www-authenticate"]).toBe('Basic realm="TANDBERG Video Communication Server 0A1B2C3D"');
      expect(response.body).toMatch(/<title>401/);
    }
  });

  test("a put without it changes nothing, whatever it holds", async () => {
    const response = await peer.put("<Configuration><SystemUnit><Name>x</Name></SystemUnit></Configuration>", {
      authorization: "",
    });
    expect(response.statusCode).toBe(401);
    expect(peer.device.configuration.get("SystemUnit Name")).toBe("");
  });

  test("a wrong password is logged, no password is not", async () => {
    const newest = (): string => peer.device.log.newest(1)[0] ?? "";
    await peer.get("/status.xml", { authorization: basic("admin", "guess") });
    expect(newest()).toContain('Event="Admin Session Login Failure" User="admin"');
    const before = newest();
    await peer.app.inject("/status.xml");
    expect(newest()).toBe(before);
  });

  test("a stale session cookie does not matter", async () => {
    expect((await peer.get("/status.xml", { cookie: "session=stale" })).statusCode).toBe(200);
  });

  test.each([
    ["ReadWrite", 200, 200],
    ["ReadOnly", 200, 403],
    ["Auditor", 403, 403],
  ])(
    "an account with the access level %s is answered with %d to read and %d to put",
    async (AccessLevel, read, put) => {
      peer.device.accounts.add({ Name: "eve", Password: "secret", AccessLevel }, { user: "admin" });
      const authorization = basic("eve", "secret");
      for (const url of paths) expect((await peer.get(url, { authorization })).statusCode).toBe(read);
      const document = `<Configuration><SystemUnit><Name>${AccessLevel}</Name></SystemUnit></Configuration>`;
      expect((await peer.put(document, { authorization })).statusCode).toBe(put);
      const query = `/formputxml?xmldoc=${encodeURIComponent(document)}`;
      expect((await peer.get(query, { authorization })).statusCode).toBe(put);
      expect(peer.device.configuration.get("SystemUnit Name")).toBe(put === 200 ? AccessLevel : "");
      const shown = await peer.get("/getxml?location=/Configuration/Authentication/Account");
      expect(shown.body).toContain("{cipher}");
      expect(shown.body).not.toMatch(/secret|scrypt/);
      peer.device.accounts.change("eve", { AccessAPI: "Off" }, { user: "admin" });
      expect((await peer.get("/status.xml", { authorization })).statusCode).toBe(401);
      peer.device.accounts.remove(["eve"], { user: "admin" });
      peer.device.configuration.set([{ path: "SystemUnit Name", value: "" }], { user: "admin" });
    },
  );

  test("a new password counts at once", async () => {
    await peer.device.accounts.setPassword("admin", "new", { user: "admin" });
    expect((await peer.get("/status.xml")).statusCode).toBe(401);
    expect((await peer.get("/status.xml", { authorization: basic("admin", "new") })).statusCode).toBe(200);
    await peer.device.accounts.setPassword("admin", "TANDBERG", { user: "admin" });
    expect((await peer.get("/status.xml")).statusCode).toBe(200);
  });
});

describe("documents", () => {
  test.each(paths)("%s is XML of the product", async (path) => {
    const { body, headers, statusCode } = await peer.get(path);
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toMatch(/^text\/xml/);
    expect(body).toMatch(
      /^<\?xml version="1\.0"\?>\n<\w+ xmlns="http:\/\/www\.tandberg\.no\/XML\/CUIL\/1\.0" product="TANDBERG VCS" version="X8\.1">\n/,
    );
    expect(() => readXml(body)).not.toThrow();
  });

  test("status is rendered anew when something changed, and not before", async () => {
    const first = (await peer.get("/status.xml")).body;
    expect((await peer.get("/status.xml")).body).toBe(first);
    peer.device.configuration.set([{ path: "Ethernet 1 IP V4 SubnetMask", value: "255.255.0.0" }], { user: "admin" });
    expect((await peer.get("/status.xml")).body).toContain(">255.255.0.0<");
    expect((await peer.get("/configuration.xml")).body).toContain(">255.255.0.0<");
  });

  test("no document tells a secret", async () => {
    const value = "never shown";
    peer.device.configuration.set([{ path: "Alternates Cluster PreSharedKey", value }], { user: "admin" });
    for (const path of [...paths, "/getxml?location=/Configuration/Alternates"]) {
      expect((await peer.get(path)).body).not.toContain(value);
    }
    expect((await peer.get("/configuration.xml")).body).toContain(">{cipher}");
    expect((await peer.get("/alternatesconfiguration.xml")).body).not.toContain("PreSharedKey");
  });

  test("every item has its value space, every command its arguments", async () => {
    const spaces = readXml((await peer.get("/valuespace.xml")).body);
    const leaves = (element: typeof spaces): number =>
      element.attributes?.["type"] === undefined
        ? (element.children ?? []).reduce((sum, child) => sum + leaves(child), 0)
        : 1;
    expect(leaves(spaces)).toBe(configurationItems.length);
    const { children = [] } = readXml((await peer.get("/command.xml")).body);
    expect(children.map(({ name, children: args = [] }) => [name, args.length])).toEqual(
      commands.map(({ name, parameters }) => [name, parameters.length]),
    );
  });

  test("a location that is no good is answered with an XPathError", async () => {
    for (const url of [
      "/getxml",
      "/getxml?location=",
      "/getxml?location=/Foo",
      "/getxml?location=a&location=b",
      "/getxml?location=%2F%5B",
    ]) {
      const { statusCode, body } = await peer.get(url);
      expect(statusCode).toBe(200);
      expect(body).toContain("<XPathError");
    }
  });

  test("the history has the calls that are over", async () => {
    const request = {
      source: "a",
      destination: "b@example.com",
      protocol: "SIP",
      media: "video",
      from: "DefaultZone",
    } as const;
    peer.device.calls.place(request, () => {});
    const { statusCode, body } = await peer.get("/history.xml");
    expect(statusCode).toBe(200);
    const history = readXml(body);
    expect(history.name).toBe("History");
    const [calls] = history.children ?? [];
    expect(calls?.children?.[0]?.children?.map(({ name, text }) => [name, text])).toEqual(
      expect.arrayContaining([
        ["State", "ConnectionFailed"],
        ["DestinationAlias", "b@example.com"],
        ["DisconnectCause", "Not found"],
      ]),
    );
    const { body: part } = await peer.get("/history.xml?location=/History/Calls/Call[1]/DestinationAlias");
    expect(part).toContain(">b@example.com<");
    expect(part).not.toContain("ConnectionFailed");
    expect((await peer.get("/getxml?location=/History/Calls")).body).toContain("ConnectionFailed");
    expect((await peer.get("/history.xml?location=/History/Faxes")).body).toContain("<XPathError");
  });
});
