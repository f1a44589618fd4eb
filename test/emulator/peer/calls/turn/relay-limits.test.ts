import { describe, expect, it } from "vitest";
import type { ClusterPeer } from "../../../../../emulator/peer/cluster/cluster-peer.ts";
import { alternateServer } from "../../../../../emulator/peer/calls/turn/alternate-server.ts";
import { relayRefusal, type RelayLimitsOptions } from "../../../../../emulator/peer/calls/turn/relay-limits.ts";

const peer = (address: string, word: ClusterPeer["word"], platform = "small"): ClusterPeer =>
  ({ address, word, added: true, report: { unit: { platform } } }) as ClusterPeer;

describe("the alternate server", () => {
  const among = (others: readonly ClusterPeer[], used: Readonly<Record<string, number>>): string | undefined =>
    alternateServer({ product: "expressway-e", others, relaysOf: (address) => used[address] ?? 0 });

  it("is the peer with most relays left", () => {
    const others = [peer("a", "Active"), peer("b", "Active"), peer("c", "Active", "large")];
    expect(among(others, { a: 200, b: 100, c: 5000 })).toBe("b");
    expect(among(others, { a: 200, b: 100 })).toBe("c");
  });

  it("is none that is lost, full, or of a platform that nobody knows", () => {
    expect(among([peer("a", "Failed"), peer("b", "Active"), peer("c", "Active", "huge")], { b: 1800 })).toBeUndefined();
  });
});

describe("one more relay", () => {
  const CLIENT = { endpoint: { address: "10.0.0.100", port: 5000 }, serverPort: 3480 };

  /** A large peer with so many relays in all and at the client's port. */
  function refusalWith(limit: "unit" | "pool" | undefined, atPort: number, others: readonly ClusterPeer[] = []) {
    const tokens: number[] = [];
    const options = {
      identity: { product: "expressway-e", platform: "large" },
      configuration: { integer: (path: string) => (path.endsWith("Start") ? 3478 : 3483) },
      licensing: {
        refusal: (_kind: string, wanted: number) => {
          tokens.push(wanted);
          return limit && { limit, reason: `the ${limit} is full` };
        },
      },
      bandwidth: { tokensOf: () => 0 },
      others: () => others,
      allocations: { pending: 2, countAt: () => atPort },
    } as unknown as RelayLimitsOptions;
    return { refused: relayRefusal(CLIENT, options), tokens };
  }

  it("counts those that are being allocated", () => {
    expect(refusalWith(undefined, 999)).toEqual({ refused: undefined, tokens: [6] });
  });

  it("is refused by a port that carries a thousand", () => {
    expect(refusalWith(undefined, 1000).refused).toEqual({
      event: "Message Rejected",
      reason: "the limit of 1000 TURN relays of port 3480 is reached",
      answer: { ok: false, code: 508 },
    });
  });

  it("is refused without a license", () => {
    expect(refusalWith("pool", 0).refused).toMatchObject({ reason: "the pool is full", answer: { code: 486 } });
  });

  it("is sent to another peer when this one is full, at the same port", () => {
    expect(refusalWith("unit", 0).refused?.answer).toEqual({ ok: false, code: 508 });
    expect(refusalWith("unit", 0, [peer("10.0.0.2", "Active")]).refused?.answer).toEqual({
      ok: false,
      code: 300,
      attributes: { alternateServer: { address: "10.0.0.2", port: 3480 } },
    });
  });
});
