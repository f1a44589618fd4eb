import { type CommandLine, CommandLineError, parseCommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { refused } from "./answers.ts";
import { completeCommandLine } from "./completion.ts";
import { echo } from "./echo.ts";
import { greeting } from "./greeting.ts";
import { help } from "./help.ts";
import { findKeyword, type KeywordName } from "./keywords.ts";
import type { Answer, Print, Shell } from "./shell.ts";
import { showLog } from "./show-log.ts";
import { xCommand } from "./x-command.ts";
import { xConfiguration } from "./x-configuration.ts";
import { ShellFeedback } from "./x-feedback.ts";
import { xGetxml } from "./x-getxml.ts";
import { xHistory } from "./x-history.ts";
import { ShellPreferences } from "./x-preferences.ts";
import { xStatus } from "./x-status.ts";

/** The command shell of the product: what `admin` gets over SSH, and `root` by `tsh`. */
export class AdminShell implements Shell {
  readonly surface = "cli";
  /** None is printed in the X7.2.1 capture. */
  readonly prompt = "";
  readonly lineEnd = "\r\n";
  readonly #feedback: ShellFeedback;
  readonly #preferences: ShellPreferences;

  constructor(
    private readonly device: Device,
    private readonly actor: Actor,
  ) {
    this.#preferences = new ShellPreferences(device);
    this.#feedback = new ShellFeedback(device, this.#preferences);
  }

  open(print: Print): void {
    this.#feedback.open(print);
  }

  close(): void {
    this.#feedback.close();
  }

  greeting(): readonly string[] {
    return greeting(this.device);
  }

  completions(line: string): readonly string[] {
    return completeCommandLine(line);
  }

  async run(line: string): Promise<Answer> {
    try {
      return await this.#run(parseCommandLine(line));
    } catch (error) {
      if (error instanceof CommandLineError) return refused(capitalized(error.reason));
      throw error;
    }
  }

  async #run(line: CommandLine): Promise<Answer> {
    const [first] = line.words;
    if (first === undefined) {
      if (line.help !== undefined) return help();
      const [stray] = line.args;
      if (!stray && line.value === undefined) return { lines: [], status: 0 };
      return refused(`"${stray?.name ?? line.value}" is not a command: ? lists what is`);
    }
    const found = findKeyword(first);
    return found.ok ? this.#answer(found.keyword, line) : refused(found.reason);
  }

  #answer(keyword: KeywordName, line: CommandLine): Answer | Promise<Answer> {
    switch (keyword) {
      case "xStatus":
        return xStatus(this.device, line);
      case "xConfiguration":
        return xConfiguration(this.device, line, this.actor);
      case "xCommand":
        return xCommand(this.device, line, this.actor, this.#preferences);
      case "xHistory":
        return xHistory(this.device, line);
      case "xGetxml":
        return xGetxml(this.device, line);
      case "eventlog":
      case "configlog":
      case "networklog":
        return showLog(this.device, keyword, line);
      case "help":
        return help();
      case "exit":
      case "bye":
        return { lines: ["Bye!"], status: 0, next: "leave" };
      case "xFeedback":
        return this.#feedback.run(line);
      case "xPreferences":
        return this.#preferences.run(line);
      case "echo":
        return echo(line);
    }
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
