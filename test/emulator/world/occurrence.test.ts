import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Occurrence, type Frequency } from "../../../emulator/world/occurrence.ts";

const fires = (frequency: Frequency, seed: number, times: number): boolean[] => {
  const occurrence = new Occurrence(frequency, seed);
  return Array.from({ length: times }, () => occurrence.fires());
};

it("fires each time by default", () => {
  expect(fires({}, 1, 5)).toEqual([true, true, true, true, true]);
  expect(new Occurrence({}, 1).always).toBe(true);
  expect(new Occurrence({ count: 3 }, 1).always).toBe(false);
});

it("fires every nth time, and not more often than it may", () => {
  const places = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(places, places, (every, count) => {
      const fired = fires({ every, count }, 1, 200).flatMap((fire, place) => (fire ? [place + 1] : []));
      const all = Array.from({ length: Math.floor(200 / every) }, (_, place) => (place + 1) * every);
      expect(fired).toEqual(all.slice(0, count));
    }),
  );
});

it("fires a share of the times, the same ones for the same seed", () => {
  const one = fires({ share: 0.3 }, 1, 1000);
  expect(fires({ share: 0.3 }, 1, 1000)).toEqual(one);
  expect(fires({ share: 0.3 }, 2, 1000)).not.toEqual(one);
  const count = one.filter(Boolean).length;
  expect(count).toBeGreaterThan(240);
  expect(count).toBeLessThan(360);
});

it("counts its fires, and tells when the last has come", () => {
  let spent = 0;
  const occurrence = new Occurrence({ count: 2 }, 1, () => spent++);
  for (let time = 0; time < 5; time++) occurrence.fires();
  expect([occurrence.fired, spent]).toEqual([2, 1]);
});
