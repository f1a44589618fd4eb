import { setTimeout as wait } from "node:timers/promises";
import { LabProcess } from "./lab-process.ts";
import { median, type Measurement } from "./measure.ts";

/** From the start of the process to three peers that answer and see each other as Active; memory of one and of more. */
export async function measureStart(): Promise<Measurement[]> {
  const active: number[] = [];
  for (let run = 0; run < 5; run++) {
    const lab = await LabProcess.start(3, "127.0.91");
    active.push(await lab.activeAfter());
    await lab.stop();
  }
  const [one, six] = [await memoryOf(1), await memoryOf(6)];
  return [
    {
      what: "`xtwin up` until three peers are Active, median of 5",
      figure: median(active),
      unit: "ms",
      bar: { most: 1500 },
    },
    { what: "Memory of a single-peer process, median of 3", figure: one, unit: "MB", bar: { most: 90 } },
    { what: "Memory of each further peer in one process", figure: (six - one) / 5, unit: "MB", bar: { most: 15 } },
  ];
}

/** Resident memory some seconds after the start, when what only the start needed may have been collected; median of 3. */
async function memoryOf(peers: number): Promise<number> {
  const megabytes: number[] = [];
  for (let run = 0; run < 3; run++) {
    const lab = await LabProcess.start(peers, "127.0.91");
    await lab.activeAfter();
    await wait(5000);
    megabytes.push(lab.residentMegabytes());
    await lab.stop();
  }
  return median(megabytes);
}
