import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInTopology, MemoryLog, startLab, type RealWorld } from "../emulator/index.ts";
import { median, type Measurement } from "./measure.ts";

const TWO_MINUTES_MS = 120_000;
const ROWS = 10_000;

/** The copy between two peers over real sockets and files: everything from the due timer until it has settled. */
export async function measureCopy(): Promise<Measurement[]> {
  const directory = mkdtempSync(join(tmpdir(), "xtwin-bench-"));
  const topology = builtInTopology({ peers: 2, network: "127.0.93" });
  const lab = await startLab({
    topology,
    log: new MemoryLog(),
    speed: 0,
    portOffset: 20_000,
    dataDirectory: directory,
  });
  const { world } = lab;
  const [primary, subordinate] = lab.peers.map(({ peer }) => peer.device?.configuration);
  if (!primary || !subordinate) throw new Error("the peers did not start");
  await world.clock.advance(TWO_MINUTES_MS);

  const full: number[] = [];
  const idle: number[] = [];
  for (let run = 0; run < 5; run++) {
    const result = primary.set(zones(run), { user: "bench" });
    if (!result.ok) throw new Error(result.reason);
    full.push(await nextCycle(world));
    if (subordinate.digest.text !== primary.digest.text) throw new Error("the copy is not equal");
    idle.push(await nextCycle(world));
  }
  await lab.stop();
  rmSync(directory, { recursive: true });
  return [
    {
      what: `Copy of ${ROWS} cluster-wide rows to one peer, digest checked, median of 5`,
      figure: median(full),
      unit: "ms",
      bar: { most: 250 },
    },
    { what: "A cycle with nothing to copy, median of 5", figure: median(idle), unit: "ms", bar: { most: 5 } },
  ];
}

/** A thousand zones with ten items each, all of them different from the run before. */
function zones(run: number): { path: string; value: string }[] {
  const ports = ["Neighbor H323 Port", "Neighbor H323 CallSignaling Port", "Neighbor SIP Port"];
  return Array.from({ length: ROWS / 10 }, (_, place) => {
    const row = `Zones Zone ${place + 1}`;
    return [
      { path: `${row} Name`, value: `zone-${run}-${place}` },
      { path: `${row} Type`, value: "Neighbor" },
      { path: `${row} HopCount`, value: String(1 + ((place + run) % 200)) },
      ...ports.map((port, offset) => ({ path: `${row} ${port}`, value: String(2000 + run * 10 + offset) })),
      ...[1, 2, 3, 4].map((peer) => ({
        path: `${row} Neighbor Peer ${peer} Address`,
        value: `127.0.${run + 1}.${peer}`,
      })),
    ];
  }).flat();
}

/** Moves time to just before the next copy, then over it. @returns what that took, in milliseconds */
async function nextCycle({ clock }: RealWorld): Promise<number> {
  // Both peers have the timer; the subordinate, the only one that copies, may be either.
  const due = clock.timers().flatMap((timer) => (timer.name === "configuration copy" ? [timer.due] : []));
  await clock.advance(Math.min(...due) - clock.monotonic() - 1);
  const from = performance.now();
  await clock.advance(Math.max(...due) - Math.min(...due) + 2);
  return performance.now() - from;
}
