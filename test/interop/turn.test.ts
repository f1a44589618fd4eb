import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOptionKey } from "../../emulator/peer/calls/licensing/option-key.ts";
import { hours } from "../../emulator/world/duration.ts";
import { encodeChannelData } from "../../protocol/stun/channel-data.ts";
import { encodeStun } from "../../protocol/stun/stun-message.ts";
import { stunMessages } from "../protocol/stun/stun-arbitrary.ts";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { literally, loopback } from "../loopback.ts";

const ADDRESS = loopback(1);
const PORT = 24_478;
const STUN_PORT = 3478;

let peer: RealPeer;
let echo: Socket;

beforeAll(async () => {
  const configuration = Object.entries({
    "Traversal Server TURN Mode": "On",
    "Log Level": "2",
    "Option 1 Key": makeOptionKey("I100", "0A1B2C3D") ?? "",
    "Authentication Credential 1 Name": "alice",
    "Authentication Credential 1 Password": "secret",
  }).map(([path, value]) => ({ path, value }));
  peer = await startRealPeer(ADDRESS, configuration);
  echo = createSocket("udp4", (data, { port, address }) => echo.send(data, port, address));
  echo.bind(0, loopback(2));
  await once(echo, "listening");
});
afterAll(async () => {
  echo.close();
  await peer.stop();
  expect(peer.log.errors).toEqual([]);
});

describe("TURN services, used by the clients of coturn", () => {
  needs("turnutils_uclient");
  needs("turnutils_stunclient");

  const client = (...more: string[]): Promise<Finished> =>
    run("turnutils_uclient", [...words("alice", "secret"), "-n", "5", "-l", "170", ...more, ADDRESS]);
  const words = (user: string, password: string): string[] => [
    "-u",
    user,
    "-w",
    password,
    "-p",
    String(PORT),
    "-L",
    loopback(3),
  ];
  const toEcho = ["-e", loopback(2)];
  const echoPort = (): string[] => ["-r", String(echo.address().port)];

  test.each([
    ["over channels", []],
    ["by Send and Data indications", ["-s"]],
    ["with more requests than it takes", ["-G"]],
  ])("data goes to a peer and back %s; the relays that the client leaves behind expire", async (_how, how) => {
    const before = peer.device().turn.count.Total;
    const { stdout } = await client(...toEcho, ...echoPort(), "-c", "-m", "2", ...how);
    expect(stdout).toContain("tot_send_msgs=10, tot_recv_msgs=10");
    expect(peer.device().turn.count.Total).toBeGreaterThanOrEqual(before + 2);
    await peer.world.clock.advance(hours(1));
    expect(peer.device().turn.count.Current).toBe(0);
    expect(peer.device().log.newest(10).join("\n")).toContain('Event="Relay Expired"');
  });

  test("two clients speak to each other through a pair of relays each, for RTP and RTCP", async () => {
    const { stdout } = await client("-y");
    expect(stdout).toMatch(/tot_send_msgs=(\d+), tot_recv_msgs=\1/);
  });

  test("a wrong password gets no relay", async () => {
    const args = [...words("alice", "wrong"), ...toEcho, ...echoPort(), "-c", ADDRESS];
    const { stdout, code } = await run("turnutils_uclient", args);
    expect([code === 0, stdout]).toEqual([false, expect.stringContaining("Cannot complete Allocation")]);
  });

  test("a client asks how it is seen", async () => {
    const { stdout } = await run("turnutils_stunclient", ["-p", String(PORT), "-L", loopback(3), ADDRESS]);
    expect(stdout).toMatch(new RegExp(`UDP reflexive addr: ${literally(loopback(3))}:\\d+`));
  });
});

describe("STUN messages, shown by tshark", () => {
  needs("tshark");
  needs("text2pcap");

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "xtwin-turn-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function dissect(datagrams: readonly Uint8Array[], fields: readonly string[]): Promise<string[][]> {
    const file = join(folder, "stun.pcap");
    const dump = datagrams.map((bytes) => `0000 ${Buffer.from(bytes).toString("hex").replaceAll(/../g, "$& ")}\n`);
    expect((await run("text2pcap", ["-q", "-u", `${STUN_PORT},${STUN_PORT}`, "-", file], dump.join(""))).code).toBe(0);
    const printed = ["-e", "_ws.malformed", ...fields.flatMap((field) => ["-e", field])];
    const { stdout, code } = await run("tshark", [
      "-r",
      file,
      "-d",
      `udp.port==${STUN_PORT},stun`,
      // What a Data attribute holds is random, and tshark would take some of it for another protocol.
      ...["dtls", "rtcp", "rtp", "sip", "tftp"].flatMap((other) => ["--disable-protocol", other]),
      "-T",
      "fields",
      ...printed,
    ]);
    expect(code).toBe(0);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
  }

  test("many, with their methods, transactions, texts and checksums", async () => {
    const seed = fc.sample(fc.noBias(fc.integer()), 1)[0] ?? 0;
    const messages = fc.sample(stunMessages, { numRuns: 100, seed });
    const shown = await dissect(
      messages.map((message) => encodeStun(message, { key: Buffer.from("key"), fingerprint: true })),
      ["stun.type", "stun.id", "stun.att.crc32.status", "stun.att.lifetime", "stun.att.error.reason"],
    );
    expect(shown, `seed ${seed}`).toHaveLength(messages.length);
    for (const [at, { transactionId, attributes }] of messages.entries()) {
      const [malformed, , id, checksum, lifetime] = shown[at] ?? [];
      const seen = { malformed, id, checksum, lifetime };
      expect(seen, `seed ${seed}, message ${at}`).toEqual({
        malformed: "",
        id: Buffer.from(transactionId).toString("hex"),
        checksum: "1",
        lifetime: attributes.lifetime === undefined ? "" : String(attributes.lifetime),
      });
    }
  });

  test("ChannelData", async () => {
    const datagram = encodeChannelData({ channel: 0x4001, data: Buffer.from("some data") });
    expect(await dissect([datagram], ["stun.channel"])).toEqual([["", "0x4001"]]);
  });
});
