import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { factoryReset, type FactoryResetAnswers } from "../../peer/maintenance/reset/factory-reset.ts";
import type { Answer, Shell } from "./shell.ts";

/** In the order of the guide, "Before reconnecting the out-of-service Expressway back to the network". */
const questions = [
  { text: "Keep option keys", answers: "keepOptionKeys" },
  { text: "Keep IP configuration", answers: "keepIpConfiguration" },
  { text: "Keep SSH keys", answers: "keepSshKeys" },
  { text: "Keep root and admin passwords", answers: "keepPasswords" },
  { text: "Save log files", answers: "saveLogFiles" },
  { text: "Replace hard disk", answers: "replaceHardDisk" },
  { text: "Are you sure you want to continue", answers: undefined },
] as const satisfies readonly { readonly text: string; readonly answers: keyof FactoryResetAnswers | undefined }[];

/** "Some messages will be displayed, then connection over serial / SSH will be lost." The product's own are not published. */
const PROGRESS = [
  "Factory reset in progress: do not switch the system off",
  "Stopping all applications",
  "Removing the configuration",
  "Installing the software image",
  "The system is going down. It may take 20 minutes or more until it can be accessed again",
];

/** What `factory-reset` asks of root, one question after the other, and then does. */
export class FactoryResetDialog implements Shell {
  readonly lineEnd = "\n";
  readonly asks = true;
  readonly #answers: boolean[] = [];

  constructor(
    private readonly device: Device,
    private readonly actor: Actor,
  ) {}

  get prompt(): string {
    return `${questions[this.#answers.length]?.text ?? ""} [YES/NO]? `;
  }

  greeting(): readonly string[] {
    return ["This resets the system to its factory defaults."];
  }

  completions(): readonly string[] {
    return [];
  }

  async run(line: string): Promise<Answer> {
    const answer = line.trim().toUpperCase();
    // How a terminal ends its input.
    if (answer === "EXIT") return ABANDONED;
    if (answer !== "YES" && answer !== "NO") return { lines: ["Please answer YES or NO"], status: 0 };
    this.#answers.push(answer === "YES");
    if (this.#answers.length < questions.length) return { lines: [], status: 0 };
    if (answer === "NO") return ABANDONED;
    return { lines: PROGRESS, status: 0, next: "leave", afterAnswer: () => this.#reset() };
  }

  #reset(): void {
    const given = questions.flatMap(({ answers }, place) => (answers ? [[answers, this.#answers[place]]] : []));
    const rebuild = factoryReset(Object.fromEntries(given));
    this.device.maintenance.request("factoryReset", this.actor, rebuild);
  }
}

const ABANDONED: Answer = { lines: ["Factory reset abandoned: nothing has been changed"], status: 1, next: "leave" };
