import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { multipart } from "../web/multipart.ts";
import { basic, startRestPeer, type RestPeer } from "./rest-peer.ts";

let peer: RestPeer;
beforeEach(async () => {
  peer = await startRestPeer();
});
afterEach(() => peer.close());

test("sysinfo tells version, mode and serial number", async () => {
  peer.device.configuration.set([{ path: "SystemUnit Name", value: "expe" }], { user: "admin" });
  expect(await peer.get("sysinfo")).toEqual({
    SoftwareVersion: "X8.1",
    ProductMode: "Cisco Expressway-E",
    SerialNumber: "0A1B2C3D",
    SystemName: "expe",
    Type: "TANDBERG VCS",
    Uptime: expect.any(Number) as number,
  });
});

test("restart answers, and then the peer goes down", async () => {
  expect((await peer.refused("POST", "restart", { When: "now" }))[0]).toBe(400);
  expect(peer.web.peer.device).toBeDefined();
  const answer = await peer.ask("POST", "restart");
  expect([answer.statusCode, answer.json()]).toEqual([200, { Message: "The operation was successful" }]);
  await expect.poll(() => peer.web.peer.device === peer.device).toBe(false);
});

test("option keys are added and deleted by their text, and one of another box is refused", async () => {
  const key = makeOptionKey("Y5", "0A1B2C3D") ?? "";
  const before = await peer.get<object[]>("optionkey");
  const added = await peer.ask("POST", "optionkey", { Key: key });
  expect(added.statusCode).toBe(201);
  expect(await peer.get("optionkey")).toEqual([...before, { Key: key }]);
  expect(await peer.get(`optionkey/key/${key}`)).toEqual([{ Key: key }]);
  expect((await peer.refused("POST", "optionkey", { Key: key }))[1]).toMatch(/^Key: .*the key is installed already/);
  expect((await peer.refused("POST", "optionkey", { Key: makeOptionKey("Y5", "00000000") }))[0]).toBe(400);
  await peer.done("DELETE", "optionkey", { Key: key });
  expect(await peer.refused("DELETE", "optionkey", { Key: key })).toEqual([
    404,
    expect.stringContaining("there is no option key"),
  ]);
  expect(await peer.get("optionkey")).toEqual(before);
});

test("certificates are read as PEM and sent as a form, under whatever content type; a form without a certificate is refused", async () => {
  const pem = await peer.ask("GET", "certs/server");
  expect(pem.headers["content-type"]).toMatch(/^text\/html/);
  expect(pem.body).toMatch(/^-----BEGIN CERTIFICATE-----/);
  const send = (path: string, file: string, type?: string) => {
    const form = multipart({ file: { name: "x.pem", bytes: Buffer.from(file) } });
    const headers = {
      ...form.headers,
      authorization: basic("admin", "TANDBERG"),
      ...(type && { "content-type": type }),
    };
    return peer.app.inject({ method: "POST", url: `/api/provisioning/${path}`, ...form, headers });
  };
  const sent = await send("certs/root", pem.body);
  expect([sent.statusCode, sent.json()]).toEqual([200, { Message: "Root Certificate updated." }]);
  expect((await peer.ask("GET", "certs/root")).body).toBe(pem.body);
  expect((await send("certs/server", pem.body, "application/json")).json()).toEqual({ Message: "OK" });
  expect(peer.device.log.newest(5).join("\n")).toContain("the server certificate was replaced");
  const wrong = await send("certs/root", "no certificate");
  expect([wrong.statusCode, wrong.json()]).toEqual([400, { Message: expect.stringMatching(/^file: /) as string }]);
  expect((await peer.refused("POST", "certs/root", {}))[1]).toMatch(
    /^a form is expected, multipart\/form-data with a part file/,
  );
});

test("a password is changed by whoever knows the present one", async () => {
  const path = "common/adminaccount/changepassword";
  const change = (Name: string, CurrentPassword: string, NewPassword: string) => ({
    Name,
    CurrentPassword,
    NewPassword,
  });
  expect(await peer.refused("PUT", path, change("admin", "wrong", "another"))).toEqual([
    400,
    expect.stringMatching(/^CurrentPassword: /),
  ]);
  expect(await peer.refused("PUT", path, change("root", "TANDBERG", "another"))).toEqual([404, expect.any(String)]);
  expect(await peer.refused("PUT", path, change("admin", "TANDBERG", ""))).toEqual([
    400,
    "NewPassword: the password is blank",
  ]);
  expect(await peer.refused("PUT", path, { Name: "admin", CurrentPassword: 7, NewPassword: "x" })).toEqual([
    400,
    "CurrentPassword: a string is expected, not number",
  ]);
  await peer.done("PUT", path, change("admin", "TANDBERG", "another"));
  expect((await peer.ask("GET", "sysinfo")).statusCode).toBe(401);
  expect(await peer.device.accounts.authenticate("admin", "another", "api")).toBeDefined();
});

test("default links come back", async () => {
  const { configuration } = peer.device;
  const links = configuration.rows.of("Bandwidth Link");
  const paths = configuration.rows.itemsOf("Bandwidth Link", links[0] ?? 0);
  configuration.set(
    paths.map((path) => ({ path, value: null })),
    { user: "admin" },
  );
  expect(configuration.rows.of("Bandwidth Link")).toHaveLength(links.length - 1);
  await peer.done("POST", "common/defaultlinks");
  expect(configuration.rows.of("Bandwidth Link")).toHaveLength(links.length);
});

test("time and cluster are those of the peer", async () => {
  expect(await peer.get("common/time/status")).toEqual({
    State: "Down",
    SystemTime: expect.stringMatching(/^2013-12-09 /) as string,
    Servers: [],
  });
  await peer.done("POST", "common/time/ntpserver", { index: 1, Address: "192.0.2.123" });
  expect(await peer.get("common/time/status")).toMatchObject({
    State: "Starting",
    Servers: [{ Address: "192.0.2.123", Selected: false, Reachability: 0 }],
  });
  expect(await peer.get("common/cluster/peers")).toEqual([]);
  peer.device.configuration.set([{ path: "Alternates Peer 1 Address", value: "192.0.2.1" }], { user: "admin" });
  expect(await peer.get("common/cluster/peers")).toEqual([
    { index: 1, Address: "192.0.2.1", Name: "192.0.2.1", Primary: true, State: expect.any(String) as string },
  ]);
});
