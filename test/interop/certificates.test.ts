import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInTopology, MemoryLog, startLab, type Lab } from "../../emulator/index.ts";
import { minutes } from "../../emulator/world/duration.ts";
import { needs, run } from "./program.ts";
import { NETWORK } from "../loopback.ts";

needs("openssl");

const PORT_OFFSET = 21_000;
let lab: Lab;

beforeAll(async () => {
  const topology = builtInTopology({ peers: 3, network: NETWORK });
  lab = await startLab({ topology, log: new MemoryLog(), speed: 0, portOffset: PORT_OFFSET });
  await lab.world.clock.advance(minutes(1));
});

afterAll(() => lab.stop());

/** What openssl sees of the certificate that a peer serves. */
async function certificateOf(place: number): Promise<string> {
  const server = `${NETWORK}.${place}:${443 + PORT_OFFSET}`;
  const shown = await run("openssl", ["s_client", "-connect", server]);
  const { stdout, code } = await run("openssl", ["x509", "-noout", "-fingerprint", "-sha256"], shown.stdout);
  expect(code).toBe(0);
  return stdout;
}

test("G4.11, G5.9 each peer has a server certificate of its own, which the copy leaves alone", async () => {
  const places = [1, 2, 3];
  const before = await Promise.all(places.map(certificateOf));
  expect(new Set(before).size).toBe(3);
  const [primary, subordinate] = lab.peers.map(({ peer }) => peer.device?.configuration);
  expect(primary?.set([{ path: "Bandwidth Default", value: "512" }], { user: "admin" })).toEqual({ ok: true });
  await lab.world.clock.advance(minutes(3));
  expect(subordinate?.get("Bandwidth Default")).toBe("512");
  expect(await Promise.all(places.map(certificateOf))).toEqual(before);
});
