import { afterEach, describe, expect, test } from "vitest";
import DatabaseConstructor from "better-sqlite3";
import { LogRows, type LogLimit } from "../../../emulator/store/log-rows.ts";
import { retain } from "../../../emulator/store/retain.ts";
import { IN_MEMORY, Store } from "../../../emulator/store/store.ts";

const database = retain(new DatabaseConstructor(":memory:"));
database.exec("CREATE TABLE event_log (id INTEGER PRIMARY KEY, line TEXT NOT NULL)");
afterEach(() => void database.exec("DELETE FROM event_log"));

function filled(limit: LogLimit, lines: readonly string[]): LogRows {
  const rows = new LogRows(database, "event_log", limit);
  for (const line of lines) rows.append(line);
  return rows;
}

describe("a log", () => {
  const lines = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(10, "ü"));

  test("of so many lines keeps the newest", () => {
    expect(filled({ most: 20, unit: "lines" }, lines).newest(1000)).toEqual(lines.slice(-20).toReversed());
  });

  test("of so many octets keeps the newest", () => {
    // A line of 8 ü and two digits has 18 octets; one of 9 and one 19.
    expect(filled({ most: 180, unit: "octets" }, lines).newest(1000)).toEqual(lines.slice(-10).toReversed());
  });

  test("is empty when all is removed", () => {
    const rows = filled({ most: 20, unit: "lines" }, lines);
    rows.removeAll();
    expect(rows.newest(1)).toEqual([]);
  });
});

test("the two logs of a store lie apart, and outlive a restart", () => {
  const store = Store.open(IN_MEMORY);
  store.eventLog.append("event");
  store.configurationLog.append("change");
  const again = store.reopen();
  expect([again.eventLog.newest(9), again.configurationLog.newest(9)]).toEqual([["event"], ["change"]]);
  again.close();
});
