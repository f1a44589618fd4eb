import { draw } from "./draw/draw.ts";
import { play } from "./story/play.ts";
import { kinds, type Kind } from "./story/story.ts";
const [, , kind = "story", from = "1", count = "20", verbose] = process.argv;
let cpu = 0;
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const t = process.cpuUsage().user;
  try {
  const { told, findings } = await play(draw[kind as Kind](seed));
  const took = (process.cpuUsage().user - t) / 1e6;
  cpu += took;
  if (verbose || findings.length) console.log(`${kind} ${seed} ${took.toFixed(2)} s: ${findings.map((f) => `[${f.invariant}] ${Math.round(f.at/1000)} s ${f.of}: ${f.what}`).join("\n    ")}`);
  if (verbose) console.log(told.join("\n  "));
  } catch (e) { console.log(kind, seed, "threw", e); }
}
console.log(kinds.length, "cpu a seed", (cpu / Number(count)).toFixed(3));
