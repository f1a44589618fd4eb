import { afterEach, beforeEach, expect, test } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { decodeNtp, encodeNtp, ntpModes } from "../../../../protocol/ntp/packet.ts";
import { listRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const GOOD = "198.51.100.9";
const SILENT = "198.51.100.10";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  const { clock, network } = web.world;
  const server = await network.bind({ address: GOOD, port: 123 }, (data, from) => {
    const now = clock.now();
    server.send(
      encodeNtp({
        leap: 0,
        version: 4,
        mode: ntpModes.server,
        stratum: 1,
        referenceId: Buffer.from("GPS\0"),
        referenceTime: now,
        originBits: decodeNtp(data)?.transmitBits ?? 0n,
        receiveTime: now,
        transmitTime: now,
      }),
      from,
    );
  });
  await web.client.logIn();
});

afterEach(() => web.close());

test("the status part follows the time client", async () => {
  const state = async (): Promise<string | undefined> =>
    /<dt>State<\/dt><dd class="\w+">([^<]*)</.exec((await web.client.get("/time")).body)?.[1];
  expect(await state()).toBe("Down");
  await web.client.submit("/time", { ntp_server_1_address: SILENT, ntp_server_2_address: GOOD });
  expect(await state()).toBe("Starting");
  await web.world.clock.advance(seconds(10));
  expect(await state()).toBe("Synchronized");
});

test("the table tells of each server, the newest poll on the right", async () => {
  await web.client.submit("/time", { ntp_server_1_address: SILENT, ntp_server_2_address: GOOD });
  await web.world.clock.advance(minutes(2) + seconds(20));
  const [silent = [], good = []] = listRows((await web.client.get("/time")).body);
  expect(silent.slice(0, 6)).toEqual([
    SILENT,
    "Reject",
    "1600 peer_stratum, peer_dist, peer_unreach",
    "none",
    "unreachable",
    "·····✗✗✗",
  ]);
  expect(good.slice(0, 6)).toEqual([GOOD, "sys.peer", "00 ok", "none", "sys.peer", "·····✓✓✓"]);
  expect(good.slice(8, 10)).toEqual(["1", "GPS"]);
});
