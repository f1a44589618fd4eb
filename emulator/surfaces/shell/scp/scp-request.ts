import { parsePipeLine } from "../root/command-line.ts";
import { readOptions } from "../root/options.ts";

/** What a client of the old protocol has the other side run: `scp -t PATH` takes files, `scp -f PATH...` gives them. */
export interface ScpRequest {
  readonly kind: "take" | "give";
  readonly paths: readonly string[];
  /** `-p`: times are told before each file. */
  readonly withTimes: boolean;
  /** `-d`: the target has to be a directory. */
  readonly intoDirectory: boolean;
}

/** Undefined for every other command. */
export function readScpRequest(command: string): ScpRequest | undefined {
  const line = parsePipeLine(command);
  if (line.kind !== "pipe" || line.stages.length !== 1) return undefined;
  const [name, ...args] = line.stages[0] ?? [];
  const options = readOptions(args, "tfpdvqr");
  if (name !== "scp" || !options.ok) return undefined;
  const { flags, operands: paths } = options;
  if (flags.has("t") === flags.has("f") || paths.length === 0 || (flags.has("t") && paths.length > 1)) return undefined;
  const kind = flags.has("t") ? "take" : "give";
  return { kind, paths, withTimes: flags.has("p"), intoDirectory: flags.has("d") };
}
