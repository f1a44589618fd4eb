import type { Timer, TimerAction } from "./clock.ts";
import type { Milliseconds } from "./duration.ts";

interface Entry extends Timer {
  due: Milliseconds;
  readonly order: number;
  readonly period: Milliseconds | undefined;
  readonly run: TimerAction;
  cancelled: boolean;
}

/**
 * Timers in the order in which they are due; those due at the same moment run in the order in which they were set, so
 * that the same seed always gives the same run. A binary heap, because a simulated fortnight sets millions of timers.
 */
export class TimerQueue {
  readonly #heap: Entry[] = [];
  #order = 0;

  constructor(private readonly onChange: () => void = () => {}) {}

  add(name: string, due: Milliseconds, run: TimerAction, period?: Milliseconds): Timer {
    const entry: Entry = {
      name,
      due,
      run,
      period,
      order: this.#order++,
      cancelled: false,
      cancel: () => {
        entry.cancelled = true;
      },
    };
    this.#push(entry);
    this.onChange();
    return entry;
  }

  /** The moment of the next timer, or undefined when none is set. */
  nextDue(): Milliseconds | undefined {
    while (this.#heap[0]?.cancelled) this.#pop();
    return this.#heap[0]?.due;
  }

  /** Takes the next timer out and gives its action; a repeating timer is set again first, a period after its due time. */
  takeNext(): { readonly name: string; readonly run: TimerAction } {
    const entry = this.#pop();
    if (!entry) throw new RangeError("no timer is set");
    if (entry.period !== undefined) {
      entry.due += entry.period;
      this.#push(entry);
    }
    return entry;
  }

  list(): readonly Timer[] {
    return this.#heap.filter((entry) => !entry.cancelled).toSorted(compare);
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] as Entry;
      if (compare(above, entry) <= 0) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right && compare(right, heap[child] as Entry) < 0) child++;
      const below = heap[child] as Entry;
      if (compare(last, below) <= 0) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = last;
    return top;
  }
}

function compare(a: Entry, b: Entry): number {
  return a.due - b.due || a.order - b.order;
}
