import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { encodeBsd } from "../../protocol/syslog/bsd-message.ts";
import { encodeIetf } from "../../protocol/syslog/ietf-message.ts";
import { selfSignedCertificate } from "../../emulator/peer/access/certificates/self-signed.ts";
import { seconds } from "../../emulator/world/duration.ts";
import { needs, needsPackage, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { Rsyslog, type ParsedMessage } from "./rsyslog.ts";
import { temporaryDirectory } from "./xtwin.ts";
import { loopback } from "../loopback.ts";

const PEER = loopback(2);
const COLLECTOR = loopback(200);

const inputs = [
  { name: "bsd-udp", transport: "udp", port: 15_514 },
  { name: "ietf-udp", transport: "udp", port: 15_515 },
  { name: "ietf-tcp", transport: "tcp", port: 15_516 },
  { name: "severe", transport: "tcp", port: 15_517 },
  { name: "ietf-tls", transport: "tls", port: 15_518 },
] as const;

type Input = (typeof inputs)[number]["name"];

/** The items of the server in each place, in the order of the inputs. */
const servers: readonly Readonly<Record<string, string>>[] = [
  { Mode: "bsd" },
  { Mode: "ietf" },
  { Mode: "user_defined", Format: "ietf", Transport: "tcp" },
  { Mode: "user_defined", Format: "bsd", Transport: "tcp", Loglevel: "warning" },
];

const identity = selfSignedCertificate({
  subject: "collector.example.com",
  address: COLLECTOR,
  serialNumber: new Uint8Array(15).fill(1),
  now: Date.now(),
});

let rsyslog: Rsyslog;
let peer: RealPeer | undefined;

beforeAll(() => {
  rsyslog = new Rsyslog(temporaryDirectory(), COLLECTOR, inputs, identity);
});
afterAll(async () => {
  await peer?.stop();
  await rsyslog.stop();
});

/** Both run from the first test on that is not skipped. */
async function started(): Promise<RealPeer> {
  if (peer) return peer;
  await rsyslog.start();
  const configuration = servers.flatMap((items, place) =>
    Object.entries({ Address: COLLECTOR, Port: String(inputs[place]?.port), ...items }).map(([item, value]) => ({
      path: `Remote Syslog ${place + 1} ${item}`,
      value,
    })),
  );
  peer = await startRealPeer(PEER, [...configuration, { path: "IP DNS Hostname", value: "expe1" }]);
  return peer;
}

/** The first message at an input with some text, as soon as it is there. */
const message = (input: Input, text: string): Promise<ParsedMessage> =>
  vi.waitFor(
    () => {
      const found = rsyslog.received(input).find((one) => one.text.includes(text));
      if (!found) throw new Error(`${input} has not got ${text}: ${JSON.stringify(rsyslog.received(input).slice(-3))}`);
      return found;
    },
    { timeout: 60_000, interval: 20 },
  );

/** What stands in the peer's log after the process. */
const loggedText = (up: RealPeer, text: string): string =>
  up
    .device()
    .log.newest(1000)
    .find((line) => line.includes(text))
    ?.replace(/^\S+ \S+ \w+: /, "") ?? "";

describe("log lines, collected by rsyslog", () => {
  needs("rsyslogd");
  needs("curl");

  test.each([
    ["bsd-udp", { protocol: "0", elements: "-", tag: "tvcs:" }],
    ["ietf-udp", { protocol: "1", elements: "-", tag: "tvcs" }],
    ["ietf-tcp", { protocol: "1", elements: "-", tag: "tvcs" }],
  ] as const)("%s: the first line of a peer that starts", async (input, expected) => {
    const up = await started();
    const start = await message(input, 'Event="System Start"');
    // local0, informational
    expect(start).toMatchObject({ from: PEER, priority: "134", host: "expe1", application: "tvcs", ...expected });
    expect(start.text.trim()).toBe(loggedText(up, "System Start"));
    const logged = /UTCTime="([^"]*)"/.exec(start.text)?.[1]?.replace(" ", "T").replace(",", ".");
    expect(Math.abs(Date.parse(start.time) - Date.parse(`${logged}Z`))).toBeLessThan(input === "bsd-udp" ? 1000 : 1);
  });

  test("a login and a change of configuration, as both logs have them", async () => {
    const up = await started();
    const body = "username=admin&password=TANDBERG&submitbutton=Login&formbutton=Login";
    expect((await run("curl", ["-sk", "-d", body, `${up.httpsUrl}/login`])).code).toBe(0);
    const name = "<Configuration><SystemUnit><Name>grün</Name></SystemUnit></Configuration>";
    const put = ["-sk", "--user", "admin:TANDBERG", "-H", "content-type: text/xml", "--data-binary", "@-"];
    expect((await run("curl", [...put, `${up.httpsUrl}/putxml`], name)).stdout).toContain("<Success");
    for (const input of ["bsd-udp", "ietf-udp", "ietf-tcp"] as const) {
      const login = await message(input, 'Event="Admin Session Start"');
      expect(login).toMatchObject({ priority: "134", application: "web" });
      expect(login.text).toContain('User="admin"');
      const change = await message(input, "configuration/systemunit/name - changed from: '' to: 'grün'");
      // local1, informational
      expect(change).toMatchObject({ priority: "142", application: "web" });
      expect(change.text.trim().replace("\uFEFF", "")).toBe(loggedText(up, "systemunit/name"));
    }
    expect(up.device().log.newest(1, "configuration")[0]).toContain("systemunit/name");
    expect(up.device().log.newest(20).join("\n")).toContain('Event="Admin Session Start"');
  });

  test("a server that asks for warnings gets no more than those", async () => {
    const up = await started();
    const body = "username=admin&password=wrong&submitbutton=Login&formbutton=Login";
    await run("curl", ["-sk", "-d", body, `${up.httpsUrl}/login`]);
    expect(await message("severe", 'Event="Admin Session Login Failure"')).toMatchObject({ priority: "132" });
    await message("ietf-tcp", 'Event="Admin Session Login Failure"');
    const severities = rsyslog.received("severe").map(({ priority }) => Number(priority) % 8);
    expect(Math.max(...severities)).toBe(4);
    expect(rsyslog.received("severe").length).toBeLessThan(rsyslog.received("ietf-tcp").length);
  });

  test("what was logged while the server was away arrives when it is back", async () => {
    const up = await started();
    await rsyslog.stop();
    // Both connections; until then lines still go to whoever has left.
    await vi.waitFor(() =>
      expect(
        up
          .device()
          .log.newest(10)
          .join("\n")
          .match(/Service="Syslog"/g),
      ).toHaveLength(2),
    );
    up.device().log.event("tvcs", "Message Rejected", { Detail: "while nobody listened" });
    await rsyslog.start();
    await up.world.clock.advance(seconds(31));
    expect(await message("ietf-tcp", "while nobody listened")).toMatchObject({ priority: "132", tag: "tvcs" });
    expect(await message("severe", "while nobody listened")).toMatchObject({ priority: "132", tag: "tvcs:" });
    up.device().log.event("tvcs", "Message Rejected", { Detail: "afterwards" });
    for (const input of ["bsd-udp", "ietf-udp", "ietf-tcp", "severe"] as const) await message(input, "afterwards");
    expect(up.log.errors).toEqual([]);
  });

  describe("over TLS", () => {
    needsPackage("rsyslog-gnutls");

    test("lines go to a server whose certificate the peer trusts, and to no other", async () => {
      const up = await started();
      const secure = { Address: COLLECTOR, Port: "15518", Mode: "ietf_secure", Loglevel: "informational" };
      const changes = Object.entries(secure).map(([item, value]) => ({ path: `Remote Syslog 4 ${item}`, value }));
      expect(up.device().configuration.set(changes, { user: "admin" })).toEqual({ ok: true });
      up.device().log.event("tvcs", "Message Rejected", { Detail: "not for everybody" });
      await vi.waitFor(() =>
        expect(loggedText(up, "Outbound TLS Negotiation Error")).toContain(
          `Reason="self-signed certificate" Service="Syslog" Detail="name:${COLLECTOR}:15518"`,
        ),
      );
      expect(rsyslog.received("ietf-tls")).toEqual([]);
      expect(up.device().certificates.write("trusted", identity.certificate)).toMatchObject({ ok: true });
      await up.world.clock.advance(seconds(31));
      expect(await message("ietf-tls", "not for everybody")).toMatchObject({ priority: "132", protocol: "1" });
    });
  });

  test("the last line of a peer that goes down leaves before it does", async () => {
    const up = await started();
    up.device().maintenance.request("shutdown", { user: "admin" });
    for (const input of ["bsd-udp", "ietf-udp", "ietf-tcp"] as const)
      expect((await message(input, 'Event="System Shutdown"')).text).toContain('User="admin"');
  });
});

describe("messages, shown by tshark", () => {
  needs("tshark");
  needs("text2pcap");

  test("none is malformed, and facility, severity and program are those that were written", async () => {
    const line = {
      moment: Date.UTC(2013, 11, 9, 10, 0, 0, 123),
      host: "expe1",
      text: 'Event="System Start" Detail="grün" Level="1" UTCTime="2013-12-09 10:00:00,123"',
    } as const;
    const messages = [
      encodeBsd({ ...line, facility: "local0", severity: "informational", tag: "tvcs" }),
      encodeIetf({ ...line, facility: "local1", severity: "warning", application: "web" }),
    ];
    const dump = messages.map((bytes) => `0000 ${Buffer.from(bytes).toString("hex").replaceAll(/../g, "$& ")}\n`);
    const file = join(temporaryDirectory(), "syslog.pcap");
    expect(await run("text2pcap", ["-q", "-u", "514,514", "-", file], dump.join(""))).toMatchObject({ code: 0 });
    const fields = ["facility", "level", "version", "hostname", "appname"].flatMap((name) => ["-e", `syslog.${name}`]);
    const { stdout } = await run("tshark", ["-r", file, "-T", "fields", "-E", "separator=,", ...fields]);
    expect(stdout.trimEnd().split("\n")).toEqual(["16,6,,expe1,", "17,4,1,expe1,web"]);
    expect((await run("tshark", ["-r", file, "-T", "json"])).stdout).not.toContain("_ws.malformed");
  });
});
