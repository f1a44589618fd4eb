// Measures one part, and prints what came of it as JSON.
import { measureCopy } from "./copy.ts";
import { measureFortnight } from "./fortnight.ts";
import { measureMany } from "./many.ts";
import type { Measurement } from "./measure.ts";
import { measurePages } from "./pages.ts";
import { measureScaling } from "./scaling.ts";
import { measureShell } from "./shell.ts";
import { measureStart } from "./start.ts";
import { measureXml } from "./xml.ts";

const parts: Readonly<Record<string, () => Promise<Measurement[]> | Measurement[]>> = {
  copy: measureCopy,
  fortnight: measureFortnight,
  many: measureMany,
  pages: measurePages,
  scaling: measureScaling,
  shell: measureShell,
  start: measureStart,
  xml: measureXml,
};

const [, , part = ""] = process.argv;
const measure = parts[part];
if (!measure) throw new Error(`there is no part "${part}"; there are ${Object.keys(parts).join(", ")}`);
process.stdout.write(`${JSON.stringify(await measure())}\n`);
