import { beforeEach, describe, expect, it } from "vitest";
import type { EchoOutcome } from "../../../emulator/world/echo.ts";
import type { Message } from "../../../emulator/world/network-rule.ts";
import { Occurrence } from "../../../emulator/world/occurrence.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { openPeerWorld } from "../../../emulator/world/peer-world.ts";
import { SkewedClock } from "../../../emulator/world/skewed-clock.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../emulator/world/world.ts";

const A = "10.0.0.1";
const B = "10.0.0.2";
const WAIT = 1000;

let world: SimulatedWorld;

beforeEach(() => {
  world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
});

/** What came of an echo request from A to B, and when it was known. */
async function echo(): Promise<{ readonly outcome: EchoOutcome | undefined; readonly after: number }> {
  const start = world.clock.monotonic();
  let seen: { readonly outcome: EchoOutcome; readonly after: number } | undefined;
  world.network.echo({ from: A, to: B, timeToLive: 64, wait: WAIT }, (outcome) => {
    seen = { outcome, after: world.clock.monotonic() - start };
  });
  await world.clock.advance(2 * WAIT);
  return seen ?? { outcome: undefined, after: -1 };
}

const silence = { outcome: { kind: "silent" }, after: WAIT };
const reply = (milliseconds: number) => ({ outcome: { kind: "reply", by: B, milliseconds }, after: milliseconds });
const always = (): Occurrence => new Occurrence({}, 1);

describe("an echo request", () => {
  it("is answered by a host, until it is gone", async () => {
    expect(await echo()).toEqual(silence);
    const gone = world.network.answerEchoes(B, () => "allow");
    expect(await echo()).toEqual(reply(2));
    gone();
    expect(await echo()).toEqual(silence);
  });

  it("is answered by whoever listens at an address", async () => {
    const socket = await world.network.bind({ address: B, port: 53 }, () => {});
    expect(await echo()).toEqual(reply(2));
    socket.close();
    expect(await echo()).toEqual(silence);
  });

  it.each(["there", "back"])("is lost on the way %s", async (way) => {
    world.network.answerEchoes(B, () => "allow");
    const from = way === "there" ? A : B;
    const concerns = (message: Message): boolean => message.protocol === "icmp" && message.from.address === from;
    const end = world.network.add({ concerns, occurrence: always(), effect: { kind: "lose" } });
    expect(await echo()).toEqual(silence);
    end();
    expect(await echo()).toEqual(reply(2));
  });

  it("takes longer where messages do, and is given up after its time", async () => {
    world.network.answerEchoes(B, () => "allow");
    const slow = (delay: number) =>
      world.network.add({ concerns: () => true, occurrence: always(), effect: { kind: "hold up", delay, jitter: 0 } });
    const end = slow(30);
    expect(await echo()).toEqual(reply(62));
    end();
    slow(600);
    expect(await echo()).toEqual(silence);
  });

  it("is let in or not by what a peer lets in, and dies with the peer", async () => {
    const peer = openPeerWorld({ ...world, clock: new SkewedClock(world.clock) });
    peer.network.answerEchoes(B, () => "allow");
    expect(await echo()).toEqual(reply(2));
    peer.filterInbound(({ protocol }) => (protocol === "icmp" ? "drop" : "allow"));
    expect(await echo()).toEqual(silence);
    peer.filterInbound(() => "reject");
    expect((await echo()).outcome).toEqual({ kind: "unreachable", by: B, words: "Destination Port Unreachable" });
    peer.filterInbound(undefined);
    expect(await echo()).toEqual(reply(2));
    peer.end();
    expect(await echo()).toEqual(silence);
  });
});
