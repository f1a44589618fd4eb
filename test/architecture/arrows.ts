import { builtinModule, importedPath, type Import } from "./imports.ts";
import type { Finding } from "./syntax.ts";

/** The folders from outermost to innermost: each may import itself and those to its right. */
const folders = ["lab", "surfaces", "peer", "store", "model", "world", "protocol"] as const;

type Folder = (typeof folders)[number];

/** What the house calls the place of a file. */
type Place =
  | { readonly kind: "folder"; readonly folder: Folder }
  /** `emulator/main.ts` and `emulator/index.ts`: they put everything together. */
  | { readonly kind: "front" }
  /** Other files directly in `emulator/`, for all its folders to use. */
  | { readonly kind: "common" }
  /** Tests, benchmarks and scripts. */
  | { readonly kind: "outside"; readonly tests: boolean };

/** Node's modules that touch the outside world. */
const outsideModules: Record<
  string,
  {
    /** Values that touch nothing: for everyone. */
    readonly pure?: readonly string[];
    /** Values that `surfaces/` may take, and types with them. */
    readonly surfaces?: readonly string[];
  }
> = {
  net: { pure: ["isIP", "isIPv4", "isIPv6"] },
  dgram: {},
  dns: {},
  timers: {},
  tls: { pure: ["createSecureContext"], surfaces: ["createServer"] },
  http: { surfaces: ["createServer"] },
  https: { surfaces: ["createServer"] },
  http2: {},
};

function placeOf(path: string): Place {
  const [top, second, third] = path.split("/");
  if (top === "protocol") return { kind: "folder", folder: "protocol" };
  if (top !== "emulator") return { kind: "outside", tests: top === "test" };
  if (third === undefined) return { kind: second === "main.ts" || second === "index.ts" ? "front" : "common" };
  const folder = folders.find((name) => name === second && name !== "protocol");
  if (folder === undefined) throw new Error(`${path}: no arrow says what emulator/${second} may import`);
  return { kind: "folder", folder };
}

/** What is wrong with the imports of a file. */
export function arrowMistakes(path: string, imports: readonly Import[]): Finding[] {
  const from = placeOf(path);
  return imports.flatMap((each) => {
    const target = importedPath(path, each.specifier);
    const what = target === undefined ? mistakeWithModule(from, each) : mistakeWithFile(from, placeOf(target), each);
    return what === undefined ? [] : [{ where: `${path}:${each.line}`, what: `imports ${each.specifier}: ${what}` }];
  });
}

/** The arrow between two folders that an import draws, if it draws one. */
export function edgeOf(path: string, specifier: string): string | undefined {
  const target = importedPath(path, specifier);
  if (target === undefined) return undefined;
  const from = placeOf(path);
  const to = placeOf(target);
  if (from.kind !== "folder" || to.kind !== "folder" || from.folder === to.folder) return undefined;
  return `${from.folder} --> ${to.folder}`;
}

function mistakeWithFile(from: Place, to: Place, { typeOnly }: Import): string | undefined {
  if (from.kind === "outside") {
    return !from.tests && to.kind === "folder" && to.folder === "lab" ? "only tests look inside the lab" : undefined;
  }
  if (to.kind === "outside") return "the product does not depend on what is around it";
  if (from.kind === "front") return undefined;
  if (to.kind === "front") return "nothing in the house imports its front door";
  if (to.kind === "common") {
    if (from.kind === "common") return undefined;
    if (from.folder === "protocol") return "protocol/ knows nothing of the emulator";
    return from.folder === "model" && !typeOnly ? "model/ takes only types from elsewhere" : undefined;
  }
  if (from.kind === "common") {
    return to.folder === "protocol" ? undefined : "a file that every folder may import can import none of them";
  }
  if (from.folder === to.folder) return undefined;
  if (folders.indexOf(from.folder) > folders.indexOf(to.folder)) return `${from.folder} may not import ${to.folder}`;
  return from.folder === "model" && !typeOnly ? "model/ takes only types from elsewhere" : undefined;
}

function mistakeWithModule(from: Place, { specifier, values, typeOnly }: Import): string | undefined {
  if (from.kind === "front" || from.kind === "outside") return undefined;
  const folder = from.kind === "folder" ? from.folder : undefined;
  if (folder === "model" && !typeOnly) return "model/ takes only types from elsewhere";
  const module = outsideModules[builtinModule(specifier) ?? ""];
  if (module === undefined || folder === "world") return undefined;
  const onSurface = folder === "surfaces" ? module.surfaces : undefined;
  const allowed = [...(module.pure ?? []), ...(onSurface ?? [])];
  const extra = values.filter((name) => !allowed.includes(name));
  if (typeOnly ? onSurface !== undefined : extra.length === 0) return undefined;
  return "only world/ touches the network and the timers";
}
