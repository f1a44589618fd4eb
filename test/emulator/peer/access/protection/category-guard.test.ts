import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CategoryGuard, type BlockingRules } from "../../../../../emulator/peer/access/protection/category-guard.ts";
import { FailureCounts } from "../../../../../emulator/peer/access/protection/failure-counts.ts";
import { isWithin } from "../../../../../emulator/peer/access/protection/exemptions.ts";
import { seconds } from "../../../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../../emulator/world/world.ts";

const ADDRESS = "198.51.100.7";
const OTHER = "198.51.100.8";
const RULES: BlockingRules = { triggerLevel: 3, detectionWindow: seconds(60), blockDuration: seconds(120) };

function startGuard(rules: BlockingRules = RULES) {
  const { clock } = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  const told: string[] = [];
  const guard = new CategoryGuard({
    clock,
    name: "ssh-auth",
    rules: () => rules,
    onBlocked: (address, failures) => told.push(`${address} blocked after ${failures}`),
    onUnblocked: (address, reason) => told.push(`${address}: ${reason}`),
  });
  guard.run(true);
  return { clock, guard, told };
}

describe("a category at work", () => {
  test("blocks an address at the trigger level, and no other", () => {
    const { guard, told } = startGuard();
    for (const address of [ADDRESS, OTHER, ADDRESS]) guard.failed(address);
    expect([guard.blocks(ADDRESS), guard.currentFailures]).toEqual([false, 3]);
    guard.failed(ADDRESS);
    expect([guard.blocks(ADDRESS), guard.blocks(OTHER)]).toEqual([true, false]);
    expect(told).toEqual([`${ADDRESS} blocked after 3`]);
    expect(guard.totals).toEqual({ failures: 4, blocks: 1 });
    expect(guard.currentFailures).toBe(1);
  });

  test("counts a failure until the window is over, and not a moment longer", async () => {
    const { clock, guard } = startGuard();
    guard.failed(ADDRESS);
    guard.failed(ADDRESS);
    await clock.advance(seconds(60));
    expect(guard.currentFailures).toBe(0);
    guard.failed(ADDRESS);
    expect(guard.blocks(ADDRESS)).toBe(false);
    await clock.advance(seconds(60) - 1);
    guard.failed(ADDRESS);
    guard.failed(ADDRESS);
    expect(guard.blocks(ADDRESS)).toBe(true);
  });

  test("unblocks when the duration is over; then the full number of failures counts anew", async () => {
    const { clock, guard, told } = startGuard();
    for (let failure = 0; failure < 3; failure++) guard.failed(ADDRESS);
    await clock.advance(seconds(120) - 1);
    expect([...guard.blocked]).toEqual([[ADDRESS, 1]]);
    // Over a connection from before the block: it is a failure, and prolongs nothing.
    guard.failed(ADDRESS);
    await clock.advance(1);
    expect(guard.blocks(ADDRESS)).toBe(false);
    expect(told.at(-1)).toBe(`${ADDRESS}: Block duration expired`);
    guard.failed(ADDRESS);
    guard.failed(ADDRESS);
    expect(guard.blocks(ADDRESS)).toBe(false);
    guard.failed(ADDRESS);
    expect([guard.blocks(ADDRESS), guard.totals]).toEqual([true, { failures: 7, blocks: 2 }]);
  });

  test("an operator unblocks at once, and the timer does not do it again", async () => {
    const { clock, guard, told } = startGuard();
    for (let failure = 0; failure < 3; failure++) guard.failed(ADDRESS);
    expect(guard.unblock(ADDRESS, "Unblocked by admin")).toBe(true);
    expect(guard.unblock(ADDRESS, "Unblocked by admin")).toBe(false);
    await clock.advance(seconds(300));
    expect(told).toEqual([`${ADDRESS} blocked after 3`, `${ADDRESS}: Unblocked by admin`]);
  });

  test("sets no timer while nothing is blocked", () => {
    const { clock, guard } = startGuard();
    const before = clock.timers().length;
    guard.failed(ADDRESS);
    guard.failed(ADDRESS);
    expect(clock.timers()).toHaveLength(before);
    guard.failed(ADDRESS);
    expect(clock.timers().map(({ name }) => name)).toContain(`ssh-auth: unblock ${ADDRESS}`);
    guard.stop();
    expect(clock.timers()).toHaveLength(before);
  });

  test("is reset when it is enabled again, and unblocks when it is disabled", () => {
    const { guard, told } = startGuard();
    for (let failure = 0; failure < 4; failure++) guard.failed(ADDRESS);
    guard.run(false);
    guard.failed(ADDRESS);
    expect([guard.blocked.size, guard.totals.failures]).toEqual([0, 4]);
    expect(told.at(-1)).toBe(`${ADDRESS}: Category disabled`);
    guard.run(true);
    expect(guard.totals).toEqual({ failures: 0, blocks: 0 });
  });
});

test("the counts are those of the window, whatever the order of addresses and moments", () => {
  const failure = fc.record({ address: fc.constantFrom("a", "b", "c"), gap: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(fc.array(failure, { maxLength: 60 }), fc.integer({ min: 1, max: 100 }), (failures, window) => {
      const counts = new FailureCounts();
      const past: { address: string; at: number }[] = [];
      let now = 0;
      for (const { address, gap } of failures) {
        now += gap;
        past.push({ address, at: now });
        const recent = past.filter(({ at }) => now - at < window);
        expect(counts.note(address, now, window)).toBe(recent.filter((each) => each.address === address).length);
        expect(counts.within(now, window)).toBe(recent.length);
      }
    }),
  );
});

describe("a prefix", () => {
  test.each([
    ["198.51.100.7", "198.51.100.7", 32, true],
    ["198.51.100.7", "198.51.100.6", 32, false],
    ["198.51.100.7", "198.51.100.6", 31, true],
    ["198.51.101.7", "198.51.100.0", 24, false],
    ["203.0.113.1", "198.51.100.0", 0, true],
    ["10.1.2.3", "10.0.0.0", 8, true],
  ])("%s is within %s/%i: %s", (address, network, prefixLength, within) => {
    expect(isWithin(address, network, prefixLength)).toBe(within);
  });

  test("holds the addresses whose bits begin alike, as their texts in binary tell", () => {
    const binary = (address: string): string =>
      address
        .split(".")
        .map((byte) => Number(byte).toString(2).padStart(8, "0"))
        .join("");
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (one, other, length) => {
        expect(isWithin(one, other, length)).toBe(binary(one).slice(0, length) === binary(other).slice(0, length));
        expect(isWithin(one, one, length)).toBe(true);
      }),
    );
  });
});
