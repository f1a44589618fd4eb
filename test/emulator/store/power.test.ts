import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { IN_MEMORY, Store } from "../../../emulator/store/store.ts";

const directory = mkdtempSync(join(tmpdir(), "xtwin-store-"));
let count = 0;

afterAll(() => rmSync(directory, { recursive: true }));

describe.each(["in memory", "in a file"])("a store %s", (where) => {
  let store: Store;

  beforeEach(() => {
    store = Store.open(where === "in memory" ? IN_MEMORY : join(directory, String(count++)));
    store.state.put("generation", 1);
  });

  /** The power fails in the middle of a write, counted from here. */
  function failAtWrite(number: number): void {
    let left = number;
    store.onWrite(() => {
      if (--left === 0) store.losePower();
    });
  }

  it("keeps what was written when it is closed and opened again", () => {
    store.close();
    store = store.reopen();
    expect(store.state.get("generation")).toBe(1);
    store.state.put("generation", 2);
    store = store.reopen();
    expect(store.state.get("generation")).toBe(2);
    store.close();
  });

  it("keeps what was committed before the power failed, and nothing of the write that it failed in", () => {
    failAtWrite(2);
    store.state.put("generation", 2);
    store.state.put("generation", 3);
    store.state.put("lineage", "too late");
    store = store.reopen();
    expect([store.state.get("generation"), store.state.get("lineage")]).toEqual([2, undefined]);
    store.close();
  });

  it.each([1, 2, 3])("has nothing of a transaction that the power failed in, at its write %i", (write) => {
    failAtWrite(write);
    const result = store.transaction(() => {
      store.state.put("generation", 2);
      store.transaction(() => store.state.put("lineage", "inner"));
      store.state.put("subordinate", true);
      return "whoever wrote goes on";
    });
    expect(result).toBe("whoever wrote goes on");
    store = store.reopen();
    expect([store.state.get("generation"), store.state.get("lineage"), store.state.get("subordinate")]).toEqual([
      1,
      undefined,
      undefined,
    ]);
    store.close();
  });

  it("without power finds nothing and writes nothing, and troubles nobody with it", () => {
    store.losePower();
    store.transaction(() => store.state.put("generation", 2));
    expect([store.state.get("generation"), store.configuration.all(), store.eventLog.newest(9)]).toEqual([
      undefined,
      [],
      [],
    ]);
    store.close();
    store.eventLog.append("a line that comes late");
  });
});
