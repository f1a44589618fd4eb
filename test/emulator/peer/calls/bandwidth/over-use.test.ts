import { describe, expect, it } from "vitest";
import { cutsOf, type Limits } from "../../../../../emulator/peer/calls/bandwidth/over-use.ts";
import type { LimitedKey } from "../../../../../emulator/peer/calls/bandwidth/resources.ts";
import { type CallUse, UsageBook } from "../../../../../emulator/peer/calls/bandwidth/usage-book.ts";

const KIND = "rich media session";
const KEY: LimitedKey = `license ${KIND}`;

/** A pool of two licenses, of which there were never more. */
const limits = {
  pooled: [KIND],
  pool: () => ({ tokens: 4, fellAt: Number.NEGATIVE_INFINITY }),
} as unknown as Limits;

const call = (serialNumber: string, admittedAt: number): CallUse => ({
  serialNumber,
  admittedAt,
  kbps: 0,
  resources: [],
  license: KIND,
  tokens: 2,
});

/** What another peer has told: how many calls, and those that it has named one by one. */
const told = (calls: number, ...named: readonly CallUse[]) => ({
  bandwidth: new Map(),
  tokens: new Map([[KIND, 2 * calls]]),
  calls: named,
});

const cutCalls = (book: UsageBook) => cutsOf(limits, book, new Set([KEY])).map(({ serialNumber }) => serialNumber);

/** Two calls of this peer, admitted at 10 and 30. */
function ownCalls(): UsageBook {
  const book = new UsageBook();
  book.put(call("own-10", 10));
  book.put(call("own-30", 30));
  return book;
}

describe("calls that together take more than there is", () => {
  it("give way in the order of their admission, the last first, whichever peer has them", () => {
    const book = ownCalls();
    book.told("10.0.0.2", told(1, call("other-20", 20)));
    expect(cutCalls(book)).toEqual(["own-30"]);
    const later = ownCalls();
    later.told("10.0.0.2", told(1, call("other-40", 40)));
    expect(cutCalls(later)).toEqual([]);
  });

  it("are not held up by a peer that has not named each of its calls: they settle without it, and with it when it has", () => {
    const book = ownCalls();
    book.told("10.0.0.2", told(1, call("other-5", 5)));
    book.told("10.0.0.3", told(2, call("third-40", 40)));
    expect(cutCalls(book)).toEqual(["own-30"]);
    book.told("10.0.0.3", told(2, call("third-40", 40), call("third-1", 1)));
    expect(cutCalls(book)).toEqual(["own-30", "own-10"]);
  });

  it("do not give way for one that has named none, where the others fit", () => {
    const book = ownCalls();
    book.told("10.0.0.3", told(2));
    expect(cutCalls(book)).toEqual([]);
  });
});
