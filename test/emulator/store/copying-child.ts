// Copies two configurations over each other for ever, telling of each copy. Killed by the test that starts it.
import { answerCopy } from "../../../emulator/peer/cluster/copy-source.ts";
import { applyCopy } from "../../../emulator/peer/cluster/copy-apply.ts";
import { PeerFiles } from "../../../emulator/peer/cluster/peer-files.ts";
import { Configuration } from "../../../emulator/peer/configuration/configuration.ts";
import { Facts } from "../../../emulator/peer/core/facts.ts";
import { EventLog } from "../../../emulator/peer/reporting/logging/event-log.ts";
import { IN_MEMORY, Store } from "../../../emulator/store/store.ts";
import { createRealWorld } from "../../../emulator/world/world.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";

const ZONES = 300;
const world = createRealWorld({ log: new MemoryLog() });

function configurationOf(store: Store): Configuration {
  return new Configuration(store, new Facts(), new EventLog(store, world.clock, () => "child"));
}

function primaryWith(letter: string): Configuration {
  const configuration = configurationOf(Store.open(IN_MEMORY));
  const changes = Array.from({ length: ZONES }, (_, place) => [
    { path: `Zones Zone ${place + 1} Name`, value: `${letter}${place}` },
    { path: `Zones Zone ${place + 1} Type`, value: "DNS" },
  ]).flat();
  const result = configuration.set(changes, { user: "test" });
  if (!result.ok) throw new Error(result.reason);
  return configuration;
}

const store = Store.open(process.argv[2] ?? "");
const subordinate = configurationOf(store);
const primaries = ["a", "b"].map(primaryWith);
for (let count = 0; ; count++) {
  const primary = primaries[count % 2];
  if (!primary) break;
  const answer = answerCopy({ editedHere: [] }, primary, `lineage ${count}`);
  if (answer.kind !== "rows" || !applyCopy(answer, store, subordinate, new PeerFiles(store)))
    throw new Error("the copy failed");
  process.stdout.write(`${count}\n`);
}
