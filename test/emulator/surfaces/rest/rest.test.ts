import fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { alarms } from "../../../../emulator/model/alarms/index.ts";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { registrationTable } from "../../../../emulator/surfaces/rest/registration-records.ts";
import { statusAnswer } from "../../../../emulator/surfaces/rest/status-answer.ts";
import { statusTables } from "../../../../emulator/surfaces/rest/status-tables.ts";
import { addRoutes } from "../../../../emulator/surfaces/https/routes.ts";
import { addRestRoutes } from "../../../../emulator/surfaces/rest/rest.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { connectedCall, headOffice, towardsHeadOffice } from "../../head-office.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";

const HEAD_OFFICE = "198.51.100.7";
const STATUS = "/api/management/status";
const basic = (password: string): string => `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`;

type Record_ = Readonly<Record<string, string | number | boolean>>;

let peer: WebPeer;
let app: FastifyInstance;

beforeEach(async () => {
  peer = await startWebPeer({ configuration: towardsHeadOffice(HEAD_OFFICE, "0A1B2C3D") });
  await headOffice(peer.world, HEAD_OFFICE);
  await peer.world.clock.advance(minutes(2));
  app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  await addRoutes(app, peer.device, [addRestRoutes]);
});

afterEach(async () => {
  await app.close();
  await peer.close();
});

const ask = (url: string, method: "GET" | "POST" | "PUT" | "DELETE" = "GET"): Promise<LightMyRequestResponse> =>
  app.inject({ url, method, headers: { authorization: basic("TANDBERG") } });

/** The records of an answer, whose frame is looked at as well. */
async function records(path: string): Promise<readonly Record_[]> {
  const response = await ask(`${STATUS}/${path}`);
  expect(response.statusCode).toBe(200);
  expect(response.headers["content-type"]).toContain("application/json");
  const [only, ...others] =
    response.json<{ peer: string; num_recs: number; local_peer: boolean; records: Record_[] }[]>();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ peer: "127.0.0.1", local_peer: true, num_recs: only?.records.length });
  return only?.records ?? [];
}

test.each(statusTables.map((table) => [table.path, table] as const))(
  "%s: every record has the members of the table, in their order",
  async (path, { members }) => {
    await connectedCall(peer.device, peer.world);
    const over = await connectedCall(peer.device, peer.world);
    peer.device.calls.disconnect(over, { user: "admin" });
    for (const record of await records(path)) expect(Object.keys(record)).toEqual(members);
  },
);

describe("alarm", () => {
  test("has a record of every type; a lowered one keeps its times and count", async () => {
    const all = await records("alarm");
    expect(all).toHaveLength(alarms.length);
    expect(all.find(({ id }) => id === "25021")).toMatchObject({
      status: "raised",
      severity: "warning",
      first_raised: Date.UTC(2013, 11, 9, 10) / 1000,
      total_count: 1,
    });
    expect((await records("alarm/id/15015"))[0]).toMatchObject({
      status: "lowered",
      first_raised: 0,
      last_raised: 0,
      total_count: 0,
      solution_links: '"maintenancemode"',
    });
    expect((await records("alarm/id/25002"))[0]).toMatchObject({
      solution_links: '["lnk.TIME","time","lnk.DNS","dns"]',
      parameters: "[]",
    });
    const set = (value: string) =>
      peer.device.configuration.set([{ path: "SystemUnit Maintenance Mode", value }], { user: "admin" });
    set("On");
    set("Off");
    expect((await records("alarm/id/15015"))[0]).toMatchObject({ status: "lowered", total_count: 1 });
  });
});

describe("call/call", () => {
  test("G3.10 has the calls in progress and those that are over, by filter", async () => {
    const first = await connectedCall(peer.device, peer.world, { protocol: "SIP" });
    const second = await connectedCall(peer.device, peer.world, { protocol: "SIP", media: "audio" });
    await peer.world.clock.advance(seconds(10));
    peer.device.calls.disconnect(first, { user: "admin" });
    expect((await records("call/call")).map(({ uuid }) => uuid)).toEqual([second, first]);
    const [active, ...others] = await records("call/call/active/true");
    expect(others).toEqual([]);
    expect(active).toMatchObject({
      uuid: second,
      service_uuid: "e6723fd0-5ca2-11e1-b86c-0800200c9a66",
      active: true,
      licensed_as_traversal: true,
      source_alias: "sip:alice@example.com",
      protocol: "SIP <-> SIP",
      audio: true,
      traversal_license_tokens: 1,
      end_time: "",
      disconnect_reason: "",
    });
    expect(active?.["start_time"]).toMatch(/^2013-12-09 10:02:01\.\d{6}$/);
    expect((await records("call/call/active/false"))[0]).toMatchObject({
      uuid: first,
      traversal_license_tokens: 2,
      disconnect_reason: "Operator disconnected",
      end_time: expect.stringMatching(/^2013-12-09 10:02:12\.\d{6}$/) as unknown,
    });
    expect(await records(`call/call/active/true/uuid/${second}`)).toHaveLength(1);
    expect(await records(`call/call/active/true/uuid/${first}`)).toEqual([]);
  });

  test("tells details as JSON in a string, lists of objects with one member and names that repeat", async () => {
    await connectedCall(peer.device, peer.world, { bandwidth: 1000 });
    const [record] = await records("call/call/active/true");
    const text = String(record?.["details"]);
    expect(text).toContain(
      '"Participants": {"Leg": "1", "Leg": "2", "Incoming": {"Leg": "1"}, "Outgoing": {"Leg": "2"}}',
    );
    const { Call } = JSON.parse(text) as { Call: { Legs: { Leg: object }[]; Sessions: { Session: object }[] } };
    expect(Call).toMatchObject({ LicensedAsTraversal: "True", License: { Traversal: "2" } });
    expect(Call.Legs[0]?.Leg).toMatchObject({
      BandwidthNode: "DefaultSubZone",
      Targets: [{ Target: { Value: "bob@head.example.com" } }],
    });
    expect(Call.Sessions[0]?.Session).toMatchObject({
      Bandwidth: { Requested: "1000", Allocated: "1000" },
      Route: [
        { Hop: { Zone: "DefaultSubZone" } },
        { Hop: { Link: "DefaultSZtoTraversalSZ" } },
        { Hop: { Zone: "TraversalSubZone" } },
        { Hop: { Link: "Zone001ToTraversalSZ" } },
        { Hop: { Zone: "Head office" } },
      ],
    });
  });
});

test("resourceusage counts what was counted since the restart", async () => {
  await connectedCall(peer.device, peer.world);
  const audio = await connectedCall(peer.device, peer.world, { protocol: "SIP", media: "audio" });
  peer.device.calls.disconnect(audio, { user: "admin" });
  const [usage] = await records("resourceusage");
  expect(usage).toMatchObject({
    uuid: "",
    call_traversal_video_current: 1,
    call_traversal_audio_current: 0,
    call_traversal_audio_max: 1,
    call_traversal_audio_total: 1,
    call_nontraversal_video_total: 0,
    registration_current: 0,
  });
});

test("G1.3 the license pool and its limits are told in halves of licenses", async () => {
  await connectedCall(peer.device, peer.world);
  const audio = await connectedCall(peer.device, peer.world, { protocol: "SIP", media: "audio" });
  peer.device.calls.disconnect(audio, { user: "admin" });
  expect(await records("licensemanager/licensepool/license_type/rich_media_session")).toEqual([
    { license_type: "rich_media_session", total: 20, inuse: 2, max: 3 },
  ]);
  expect(await records("licensemanager/licensepoollimits/license_type/rich_media_session")).toEqual([
    { license_type: "rich_media_session", token_limit: 20, resource_limit: 300 },
  ]);
});

test("registrations of a VCS are told by the address of the endpoint", async () => {
  const vcs = await startWebPeer({
    product: "vcs-control",
    configuration: [{ path: "Option 1 Key", value: makeOptionKey("R5", "0A1B2C3D") ?? "" }],
  });
  vcs.device.registrations.register({ alias: "alice@example.com", protocol: "SIP", address: "203.0.113.5" });
  vcs.device.registrations.register({ alias: "4711", protocol: "H323", address: "203.0.113.6" });
  const answer = statusAnswer(vcs.device, registrationTable, []);
  await vcs.close();
  expect(answer.ok && answer.peers[0]?.records).toEqual([
    {
      uuid: "sip:alice@203.0.113.5",
      active: true,
      protocol: "SIP",
      alias: "alice@example.com",
      number: "",
      device_type: "Endpoint",
    },
    {
      uuid: "h323:4711@203.0.113.6",
      active: true,
      protocol: "H323",
      alias: "4711",
      number: "4711",
      device_type: "Endpoint",
    },
  ]);
});

describe("what is refused", () => {
  test("no password, or a wrong one: 401 with the product's realm, never data", async () => {
    for (const headers of [{}, { authorization: basic("wrong") }]) {
      const response = await app.inject({ url: `${STATUS}/alarm`, headers });
      expect(response.statusCode).toBe(401);
      expect(response.headers["www-authenticate"]).toBe('Basic realm="TANDBERG Video Communication Server 0A1B2C3D"');
      expect(response.headers.location).toBeUndefined();
      expect(response.body).not.toContain("uuid");
    }
  });

  test("filters that are none", async () => {
    const unknown = await ask(`${STATUS}/alarm/colour/red`);
    expect(unknown.statusCode).toBe(400);
    expect(unknown.json()).toEqual({
      Message: expect.stringContaining('there is no filter "colour": one of uuid,') as unknown,
    });
    const half = await ask(`${STATUS}/call/call/active`);
    expect([half.statusCode, half.json()]).toEqual([400, { Message: "the filter active has no value" }]);
    for (const inherited of ["constructor", "__proto__"])
      expect((await ask(`${STATUS}/alarm/${inherited}/x`)).statusCode).toBe(400);
  });

  test.each([
    ["GET", "/api/management"],
    ["GET", "/api/v1/management/configuration/zones"],
    ["DELETE", "/api/management/x?y=z"],
  ] as const)("%s %s is a table that nobody knows here: it says so and is counted", async (method, url) => {
    const response = await ask(url, method);
    const what = `${method} ${url.split("?")[0]}`;
    expect(response.statusCode).toBe(501);
    expect(response.json()).toEqual({ Message: `not implemented by the emulator: ${what}` });
    expect(peer.device.unimplemented.counts().get(what)).toBe(1);
  });

  test("a table of status is read only", async () => {
    const response = await ask(`${STATUS}/alarm`, "PUT");
    expect([response.statusCode, response.headers.allow]).toEqual([405, "GET, OPTIONS"]);
  });
});

test("system has the serial number", async () => {
  expect(await records("system")).toEqual([{ hardware_serial_number: "0A1B2C3D" }]);
});
