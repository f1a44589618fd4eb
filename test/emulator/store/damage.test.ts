import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IN_MEMORY, Store } from "../../../emulator/store/store.ts";
import { runs } from "../../runs.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "xtwin-damage-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

const file = (): string => join(directory, "peer.sqlite");

const A_FILE = expect.stringMatching(/^peer\.sqlite\.damaged-\d+$/) as string;

const OWN = { path: "SystemUnit Name", value: "mine" };

/** A store with items of both scopes, an account, facts and log lines: several pages of each. */
function fill(store: Store): void {
  store.transaction(() => {
    store.configuration.put({ ...OWN, scope: "peer", generation: 0, editedHere: false });
    for (let zone = 1; zone <= 300; zone++) {
      const path = `Zones Zone ${zone} Name`;
      store.configuration.put({ path, value: `zone ${zone}`, scope: "cluster", generation: 1, editedHere: false });
      store.eventLog.append(`line ${zone} ${"x".repeat(60)}`);
    }
    store.accounts.put({ name: "admin", passwordHash: "hash" });
    store.state.put("unpacked", true);
    store.state.put("generation", 7);
    store.state.put("ssh host keys", ["key"]);
    store.state.put("software", { version: "X8.1.1" });
    store.state.put("release key", "a key");
  });
}

/** What a store that came in place of a damaged one holds. */
function salvaged(store: Store): unknown {
  return {
    items: store.configuration.all().map(({ path, value }) => ({ path, value })),
    accounts: store.accounts.all(),
    lines: store.eventLog.newest(1000).length,
    unpacked: store.state.get("unpacked"),
    generation: store.state.get("generation"),
    keys: store.state.get("ssh host keys"),
    software: store.state.get("software"),
    releaseKey: store.state.get("release key"),
  };
}

const EVERYTHING_OF_ITS_OWN = {
  items: [OWN],
  accounts: [{ name: "admin", passwordHash: "hash" }],
  lines: 300,
  unpacked: undefined,
  generation: undefined,
  keys: ["key"],
  software: { version: "X8.1.1" },
  releaseKey: "a key",
};

describe.each(["in a file", "in memory"])("a store %s of which the configuration is overwritten", (where) => {
  it("is replaced by one with the peer's own items, accounts, keys and logs, that knows why", () => {
    const store = Store.open(where === "in memory" ? IN_MEMORY : directory);
    fill(store);
    store.damage("configuration");
    const replacement = store.reopen();
    expect(salvaged(replacement)).toEqual(EVERYTHING_OF_ITS_OWN);
    const failure = replacement.state.get("database failure");
    expect(failure?.reason).toMatch(/page/i);
    expect(failure?.evidence).toBe(where === "in memory" ? undefined : "peer.sqlite.damaged-1");
    replacement.close();
  });

  it("is sound from then on, and can be damaged again", () => {
    let store = Store.open(where === "in memory" ? IN_MEMORY : directory);
    fill(store);
    for (const round of [1, 2]) {
      store.damage("configuration");
      store = store.reopen();
      expect(store.state.get("database failure")?.evidence).toBe(
        where === "in memory" ? undefined : `peer.sqlite.damaged-${round}`,
      );
      store.configuration.put({
        path: "Bandwidth Default",
        value: "1",
        scope: "cluster",
        generation: 1,
        editedHere: false,
      });
      store.close();
      store = store.reopen();
      expect(store.configuration.all().map(({ path }) => path)).toEqual(["Bandwidth Default", OWN.path]);
    }
    store.close();
    const files = ["peer.sqlite", "peer.sqlite.damaged-1", "peer.sqlite.damaged-2"];
    expect(readdirSync(directory).toSorted()).toEqual(where === "in a file" ? files : []);
  });
});

it("keeps the damaged file as it was", () => {
  const store = Store.open(directory);
  fill(store);
  store.damage("configuration");
  const damaged = readFileSync(file());
  Store.open(directory).close();
  expect(readFileSync(join(directory, "peer.sqlite.damaged-1")).equals(damaged)).toBe(true);
  expect(existsSync(`${file()}.new`)).toBe(false);
});

it("opens whatever is in place of a store, and only that store is unpacked that was whole", () => {
  const store = Store.open(directory);
  fill(store);
  store.close();
  const whole = readFileSync(file());
  const pages = whole.byteLength / 4096;
  const damage = fc.oneof(
    fc.record({
      kind: fc.constant("pages" as const),
      pages: fc.array(fc.nat(pages - 1), { minLength: 1, maxLength: 4 }),
      fill: fc.nat(255),
    }),
    fc.record({ kind: fc.constant("cut" as const), length: fc.integer({ min: 1, max: whole.byteLength - 1 }) }),
    fc.record({ kind: fc.constant("rubbish" as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 3000 }) }),
  );
  fc.assert(
    fc.property(damage, (how) => {
      const bytes = Buffer.from(whole);
      if (how.kind === "pages") for (const page of how.pages) bytes.fill(how.fill, page * 4096, (page + 1) * 4096);
      writeFileSync(
        file(),
        how.kind === "cut" ? bytes.subarray(0, how.length) : how.kind === "rubbish" ? how.bytes : bytes,
      );
      const opened = Store.open(directory);
      const paths = opened.configuration.all().map(({ path }) => path);
      const evidence = opened.state.get("database failure")?.evidence;
      // Only pages that hold nothing are not missed.
      const sound = opened.state.get("unpacked") === true;
      expect(
        sound
          ? [[301, undefined]]
          : [
              [0, A_FILE],
              [1, A_FILE],
            ],
      ).toContainEqual([paths.length, evidence]);
      expect(sound || paths.every((path) => path === OWN.path)).toBe(true);
      opened.close();
      for (const name of readdirSync(directory)) rmSync(join(directory, name));
    }),
    runs(60),
  );
});
