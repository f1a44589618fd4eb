import { importedPath, type Import } from "./imports.ts";
import type { Finding } from "./syntax.ts";

/**
 * The wings of `emulator/peer/`, storey by storey from the lowest: a wing imports itself and those of lower storeys. Of two on
 * one storey neither imports the other.
 */
const storeys = [
  ["core"],
  ["reporting"],
  ["configuration"],
  ["network", "cluster"],
  ["access"],
  ["monitoring"],
  ["calls"],
  ["signalling"],
  ["maintenance", "system"],
  ["assembly"],
] as const;

/** Files at the root of `emulator/peer/`, above all wings. */
const rootFiles = ["peer.ts", "boot.ts", "device.ts"];

const ROOT = "peer";

/** The wing that a file is in, `peer` for those above them all; undefined for what is not of `emulator/peer/`. */
function wingOf(path: string): string | undefined {
  const [emulator, peer, third = "", fourth] = path.split("/");
  if (emulator !== "emulator" || peer !== "peer") return undefined;
  return fourth === undefined ? ROOT : third;
}

const storeyOf = (wing: string): number =>
  wing === ROOT ? storeys.length : storeys.findIndex((names) => names.some((name) => name === wing));

/** What is wrong with where a file of `emulator/peer/` stands and with the wings that it imports. */
export function wingMistakes(path: string, imports: readonly Import[]): Finding[] {
  const wing = wingOf(path);
  if (wing === undefined) return [];
  if (wing === ROOT && !rootFiles.some((name) => path.endsWith(`/${name}`)))
    return [{ where: `${path}:1`, what: `stands above the wings, where only ${rootFiles.join(", ")} do` }];
  if (storeyOf(wing) < 0) return [{ where: `${path}:1`, what: `${wing} is no wing of a peer` }];
  return imports.flatMap(({ specifier, line }) => {
    const target = wingOf(importedPath(path, specifier) ?? "");
    if (target === undefined || target === wing || storeyOf(target) < storeyOf(wing)) return [];
    return [{ where: `${path}:${line}`, what: `imports ${specifier}: ${wing} may not import ${target}` }];
  });
}

/** The arrow between two wings that an import draws, if it draws one. */
export function wingEdgeOf(path: string, specifier: string): string | undefined {
  const from = wingOf(path);
  const to = wingOf(importedPath(path, specifier) ?? "");
  if (from === undefined || to === undefined || from === to || from === ROOT || to === ROOT) return undefined;
  return `${from} --> ${to}`;
}

/** The arrows without those that follow from others: `a --> c` where there are `a --> b` and `b --> c`. */
export function withoutShortcuts(edges: ReadonlySet<string>): string[] {
  const targets = new Map<string, string[]>();
  for (const edge of edges) {
    const [from = "", to = ""] = edge.split(" --> ");
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const leadsTo = (from: string, to: string): boolean =>
    (targets.get(from) ?? []).some((next) => next === to || leadsTo(next, to));
  return [...edges]
    .filter((edge) => {
      const [from = "", to = ""] = edge.split(" --> ");
      return !(targets.get(from) ?? []).some((next) => next !== to && leadsTo(next, to));
    })
    .toSorted();
}
