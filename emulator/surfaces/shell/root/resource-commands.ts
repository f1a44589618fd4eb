import { platformSizes } from "../../../model/platform-sizes.ts";
import { readOptions } from "./options.ts";
import { fail, say, type RootAnswer, type RootCommand, type RootContext } from "./root-command.ts";

/** What root asks about what the system has, and what of it is used. */
export const resourceCommands: readonly RootCommand[] = [
  { name: "df", usage: "[-hk]", run: showDisk },
  { name: "free", usage: "[-bkmg]", run: showMemory },
  { name: "ps", usage: "", run: showParts },
];

const KIB = 1024;

/** Kibibytes, or rounded up to a whole number of what is shorter to read: `132G`, `14K`. */
function sizeText(bytes: number, short: boolean): string {
  if (!short) return String(Math.ceil(bytes / KIB));
  const power = bytes < KIB ? 0 : Math.floor(Math.log2(bytes) / 10);
  return `${Math.ceil(bytes / KIB ** power)}${["", "K", "M", "G"][power] ?? ""}`;
}

function showDisk(args: readonly string[], { device }: RootContext): RootAnswer {
  const options = readOptions(args, "hk");
  if (!options.ok) return fail(`df: ${options.reason}`);
  const [operand] = options.operands;
  if (operand !== undefined) return fail(`df: ${device.unimplemented.note("df of a file")}`);
  const short = options.flags.has("h");
  const total = platformSizes[device.identity.platform].diskBytes;
  const used = device.files.sizeBytes;
  const [size, taken, left] = [total, used, total - used].map((bytes) => sizeText(bytes, short));
  const width = short ? 9 : 10;
  const row = (...cells: readonly string[]): string => {
    const [system = "", all = "", some = "", rest = "", share = "", place = ""] = cells;
    return `${system.padEnd(20)} ${all.padStart(width)} ${some.padStart(9)} ${rest.padStart(9)} ${share} ${place}`;
  };
  return say(
    row("Filesystem", short ? "Size" : "1K-blocks", "Used", "Available", "Use%", "Mounted on"),
    row("rootfs", size ?? "", taken ?? "", left ?? "", `${Math.ceil((used / total) * 100)}%`.padStart(4), "/"),
  );
}

const units = { b: 1, k: KIB, m: KIB ** 2, g: KIB ** 3 } as const;

function showMemory(args: readonly string[], { device }: RootContext): RootAnswer {
  const options = readOptions(args, "bkmg");
  if (!options.ok) return fail(`free: ${options.reason}`);
  const [unit = "k"] = Object.keys(units).filter((letter) => options.flags.has(letter)) as (keyof typeof units)[];
  const { memoryBytes: total } = platformSizes[device.identity.platform];
  const used = Math.min(device.memoryInUse(), total);
  const row = (name: string, cells: readonly (number | string)[]): string =>
    name.padEnd(8) + cells.map((cell) => String(cell).padStart(12)).join("");
  const inUnits = (bytes: number): number => Math.floor(bytes / units[unit]);
  return say(
    row("", ["total", "used", "free"]),
    row("Mem:", [total, used, total - used].map(inUnits)),
    row("Swap:", [0, 0, 0]),
  );
}

/** The parts of the peer, in place of processes: they are what runs here. */
function showParts(args: readonly string[], { device, actor }: RootContext): RootAnswer {
  // Whatever is typed behind `ps` by habit shows all of them, as BusyBox does.
  const [wrong] = args.filter((arg) => !/^-?[aefuwx]+$/.test(arg));
  if (wrong !== undefined) return fail(`ps: ${device.unimplemented.note(`ps ${wrong}`)}`);
  const rows = device.running.names.map(
    (name, place) => `${String(place + 1).padStart(5)} ${actor.user.padEnd(8)} ${name}`,
  );
  return say("  PID USER     COMMAND", ...rows);
}
