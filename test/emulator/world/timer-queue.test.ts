import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimerQueue } from "../../../emulator/world/timer-queue.ts";

describe("the timer queue", () => {
  it("gives timers in the order due, those due together in the order set, and no cancelled one", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ due: fc.nat(50), cancelled: fc.boolean() }), { maxLength: 100 }), (set) => {
        const queue = new TimerQueue();
        const ran: number[] = [];
        for (const [order, { due, cancelled }] of set.entries()) {
          const timer = queue.add(`timer ${order}`, due, () => void ran.push(order));
          if (cancelled) timer.cancel();
        }
        while (queue.nextDue() !== undefined) void queue.takeNext().run();
        const expected = [...set.entries()]
          .filter(([, { cancelled }]) => !cancelled)
          .toSorted(([a, x], [b, y]) => x.due - y.due || a - b);
        expect(ran).toEqual(expected.map(([order]) => order));
      }),
    );
  });

  it("sets a repeating timer again a period after it was due", () => {
    const queue = new TimerQueue();
    const timer = queue.add("tick", 10, () => {}, 5);
    const dues = [queue.nextDue()];
    for (let run = 0; run < 2; run++) {
      expect(queue.takeNext().name).toBe("tick");
      dues.push(queue.nextDue());
    }
    expect(dues).toEqual([10, 15, 20]);
    timer.cancel();
    expect(queue.nextDue()).toBeUndefined();
    expect(queue.list()).toEqual([]);
  });
});
