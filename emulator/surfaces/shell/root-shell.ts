import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { HOME } from "../../peer/maintenance/files/virtual-files.ts";
import { parsePipeLine } from "./root/command-line.ts";
import { fileCommands } from "./root/file-commands.ts";
import { followThrough } from "./root/follow.ts";
import { maintenanceCommands } from "./root/maintenance-commands.ts";
import { resourceCommands } from "./root/resource-commands.ts";
import { fail, type RootAnswer, type RootCommand, type RootContext, say } from "./root/root-command.ts";
import { systemCommands } from "./root/system-commands.ts";
import { textCommands } from "./root/text-commands.ts";
import type { Answer, Followed, Shell } from "./shell.ts";

const NOT_FOUND = 127;
const SYNTAX_ERROR = 2;

/** Every word of the root shell. */
export const rootCommands: ReadonlyMap<string, RootCommand> = new Map(
  [...fileCommands, ...maintenanceCommands, ...resourceCommands, ...systemCommands, ...textCommands].map((row) => [
    row.name,
    row,
  ]),
);

/** Tools of the box that the twin does not have. */
const unimplementedTools: ReadonlySet<string> = new Set(
  "awk chmod cp find ifconfig ip kill less ln mkdir more mv ping rm route scp sed ss tcpdump top touch vi".split(" "),
);

/** What `root` gets: a Unix shell made up of what the peer knows. The machine underneath is out of reach. */
export class RootShell implements Shell {
  readonly surface = "root shell";
  readonly lineEnd = "\n";
  readonly #context: RootContext;

  constructor(device: Device, actor: Actor) {
    this.#context = { device, actor, directory: HOME };
  }

  get prompt(): string {
    const { directory } = this.#context;
    return `${directory === HOME ? "~" : directory} # `;
  }

  greeting(): readonly string[] {
    return [];
  }

  completions(): readonly string[] {
    return [];
  }

  async run(line: string): Promise<Answer> {
    const parsed = parsePipeLine(line);
    if (parsed.kind === "mistake") return answerOf(fail(`-sh: ${parsed.reason}`, SYNTAX_ERROR));
    if (parsed.kind === "unimplemented") return answerOf(fail(`-sh: ${this.#unimplemented(parsed.what)}`));
    const { stages } = parsed;
    if (stages.length === 1) return answerOf(await this.#runStage(stages[0] ?? [], undefined));
    return answerOf(await this.#pipe(stages));
  }

  /** The lines of each command are the input of the next; the last tells the status. */
  async #pipe(stages: readonly (readonly string[])[]): Promise<RootAnswer> {
    const mistakes: string[] = [];
    let input: readonly string[] | undefined;
    let status = 0;
    for (const [place, words] of stages.entries()) {
      const answer = await this.#runStage(words, input);
      mistakes.push(...(answer.mistakes ?? []));
      ({ lines: input, status } = answer);
      if (answer.follows) return this.#pipeOn(answer, answer.follows, stages.slice(place));
      if (answer.next) return fail(`-sh: ${this.#unimplemented(`${words[0]} in a pipe`)}`);
      if (answer.afterAnswer) return { ...answer, mistakes };
    }
    return { lines: input ?? [], mistakes, status };
  }

  /** The first of some commands goes on, and the others take what it says line by line. */
  async #pipeOn(
    { lines, mistakes = [] }: RootAnswer,
    follows: Followed,
    [first = [], ...others]: readonly (readonly string[])[],
  ): Promise<RootAnswer> {
    const through = async (some: readonly string[]): Promise<RootAnswer> => {
      let answer: RootAnswer = { lines: some, status: 0 };
      for (const words of others) answer = await this.#runStage(words, answer.lines);
      return answer;
    };
    const blocked = others.find(([name = "", ...args]) => !rootCommands.get(name)?.takesLinesAlone?.(args));
    if (blocked) {
      follows.stop();
      return fail(`-sh: ${this.#unimplemented(`${first[0]} -f into ${blocked[0]}`)}`);
    }
    const answer = await through(lines);
    return {
      ...answer,
      mistakes: [...mistakes, ...(answer.mistakes ?? [])],
      follows: followThrough(follows, async (more) => (await through(more)).lines),
    };
  }

  async #runStage([name, ...args]: readonly string[], input: readonly string[] | undefined): Promise<RootAnswer> {
    if (name === undefined) return { lines: [], status: 0 };
    const command = rootCommands.get(name);
    if (command && args.length === 1 && args[0] === "--help") return say(`Usage: ${name} ${command.usage}`.trimEnd());
    if (command) return command.run(args, this.#context, input);
    if (unimplementedTools.has(name)) return fail(`-sh: ${this.#unimplemented(name)}`);
    return fail(`-sh: ${name}: command not found`, NOT_FOUND);
  }

  #unimplemented(what: string): string {
    return this.#context.device.unimplemented.note(what);
  }
}

/** What the channel carries: mistakes come first, as they do not wait for a pipe. */
const answerOf = ({ mistakes = [], lines, ...rest }: RootAnswer): Answer => ({
  ...rest,
  lines: [...mistakes, ...lines],
});
