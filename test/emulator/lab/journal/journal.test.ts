import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { passes, readFilter } from "../../../../emulator/lab/journal/journal-filter.ts";
import { ENTRIES_KEPT, LabJournal } from "../../../../emulator/lab/journal/lab-journal.ts";
import { withoutSecrets } from "../../../../emulator/peer/assembly/journal-changes.ts";
import type { JournalEntry } from "../../../../emulator/peer/core/journal.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../emulator/world/world.ts";

const { clock } = createSimulatedWorld({ seed: 1, log: new MemoryLog() });

const request = {
  kind: "request",
  surface: "cli",
  account: "admin",
  what: "xStatus Pipes",
  answer: "OK",
  ok: true,
} as const satisfies JournalEntry;
const change = {
  kind: "change",
  account: "admin",
  scope: "cluster",
  what: "Bandwidth Default: 512",
} as const satisfies JournalEntry;

function filled(): LabJournal {
  const journal = new LabJournal(clock);
  journal.of("expe1")(request, "primary");
  journal.of("expe2")({ ...request, surface: "page", ok: false }, "subordinate");
  journal.of("expe2")(change, "subordinate");
  journal.of("expe1")({ kind: "unserved", what: "xCommand Ping" }, "primary");
  journal.of("expe2")({ kind: "unserved", what: "xCommand Ping" }, "subordinate");
  return journal;
}

describe("the journal of a lab", () => {
  test.each([
    [{}, [1, 2, 3, 4, 5]],
    [{ peer: "expe1" }, [1, 4]],
    [{ kind: "change", scope: "cluster", role: "subordinate" }, [3]],
    [{ kind: "change", scope: "peer" }, []],
    [{ surface: "cli" }, [1]],
    [{ outcome: "refused" }, [2]],
    [{ outcome: "done" }, [1]],
    [{ text: "PIPES" }, [1, 2]],
    [{ account: "eve" }, []],
  ])("finds by %j", (filter, ids) => {
    const found = filled().records.filter((record) => passes(record, readFilter(filter, ["expe1", "expe2"])));
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    [{ peer: "expe3" }, 'peer: "expe3" is not allowed: expe1, expe2'],
    [{ kind: "wish" }, 'kind: "wish" is not allowed: request, change, unserved'],
    [{ surface: ["cli", "xml"] }, 'surface: "cli,xml" is not allowed: page, xml, rest, cli, root shell, files'],
    [
      { colour: "red" },
      '"colour" is not known here; allowed: peer, kind, surface, account, role, scope, outcome, text',
    ],
  ])("refuses to look for %j", (filter, message) => {
    expect(() => readFilter(filter, ["expe1", "expe2"])).toThrow(message);
  });

  it("reports what could not be served, on which peers", () => {
    expect(filled().unserved()).toEqual([
      { what: "xCommand Ping", times: 2, peers: ["expe1", "expe2"], last: "2013-12-09T10:00:00.000Z" },
    ]);
  });

  it("keeps the newest entries of a long life", () => {
    const journal = new LabJournal(clock);
    for (let entry = 0; entry < 3 * ENTRIES_KEPT; entry++) journal.of("expe1")(request, "primary");
    expect([journal.records.length, journal.records.at(0)?.id, journal.records.at(-1)?.id]).toEqual([
      ENTRIES_KEPT,
      2 * ENTRIES_KEPT + 1,
      3 * ENTRIES_KEPT,
    ]);
  });
});

describe("secrets", () => {
  test.each([
    [
      'xConfiguration Alternates Cluster PreSharedKey: "hush hush"',
      "xConfiguration Alternates Cluster PreSharedKey: ****",
    ],
    ["xcommand adminaccountadd name: eve password: hush", "xcommand adminaccountadd name: eve password: ****"],
    ["xConfiguration SystemUnit Name: open", "xConfiguration SystemUnit Name: open"],
  ])("are masked in %s", (line, masked) => expect(withoutSecrets(line)).toBe(masked));

  it("are masked whatever they are", () => {
    const word = fc.stringMatching(/^[a-z0-9]{6,20}$/);
    fc.assert(
      fc.property(word, fc.constantFrom("Password", "PreSharedKey", "Community"), (value, name) => {
        expect(withoutSecrets(`xConfiguration A ${name}: "${value}"`)).not.toContain(`"${value}"`);
      }),
    );
  });
});
