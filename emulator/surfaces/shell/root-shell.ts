import type { Device } from "../../peer/device.ts";
import type { Actor } from "../../peer/logging/event-log.ts";
import { minutes } from "../../world/duration.ts";
import { purgeDatabase } from "../../peer/maintenance/reset/purge-database.ts";
import { AdminShell } from "./admin-shell.ts";
import { FactoryResetDialog } from "./factory-reset-dialog.ts";
import type { Answer, Shell } from "./shell.ts";

const NOT_FOUND = 127;
const FAILED = 1;

/** Tools of the box that the twin does not have yet. */
const unimplementedTools: readonly string[] = ["scp"];

/** What `root` gets: a few words of a Unix shell, made up of what the peer knows. The machine underneath is out of reach. */
export class RootShell implements Shell {
  readonly surface = "root shell";
  readonly prompt = "~ # ";
  readonly lineEnd = "\n";

  constructor(
    private readonly device: Device,
    private readonly actor: Actor,
  ) {}

  greeting(): readonly string[] {
    return [];
  }

  completions(): readonly string[] {
    return [];
  }

  async run(line: string): Promise<Answer> {
    const piped = /^\s*echo\s+(?<text>.*?)\s*\|\s*tsh\s*$/s.exec(line);
    if (piped) return this.#pipe(unquote(piped.groups?.["text"] ?? ""));
    const [word, ...rest] = line.trim().split(/\s+/);
    switch (word) {
      case "":
        return say();
      case "exit":
        return { ...say(), next: "leave" };
      case "echo":
        return say(unquote(rest.join(" ")));
      case "hostname":
        return say(this.device.configuration.get("IP DNS Hostname") || "TANDBERG");
      case "date":
        return say(date(this.device.clock.now()));
      case "uptime":
        return say(this.#uptime());
      case "tsh":
        return { ...say(), next: new AdminShell(this.device, this.actor) };
      case "factory-reset":
        return { ...say(), next: new FactoryResetDialog(this.device, this.actor) };
      case "clusterdb_destroy_and_purge_data.sh":
        return {
          ...say("Destroying the cluster database", "Purging its data", "Restarting the application"),
          afterAnswer: () => this.device.maintenance.request("restart", this.actor, purgeDatabase),
        };
      case "restart":
      case "reboot":
        return { ...say(), afterAnswer: () => this.device.maintenance.request(word, this.actor) };
      default:
        return this.#unknown(word ?? "");
    }
  }

  /** Each line goes to the command shell as if typed there. */
  async #pipe(text: string): Promise<Answer> {
    const shell = new AdminShell(this.device, this.actor);
    const lines: string[] = [];
    let last: Answer | undefined;
    for (const line of text.split("\n")) {
      last = await shell.run(line);
      lines.push(...last.lines);
      if (last.next || last.afterAnswer) break;
    }
    return { lines, status: last?.status ?? 0, ...(last?.afterAnswer && { afterAnswer: last.afterAnswer }) };
  }

  #uptime(): string {
    const { clock, startedAt } = this.device;
    const up = Math.floor((clock.monotonic() - startedAt) / minutes(1));
    const [days, hours, rest] = [Math.floor(up / 1440), Math.floor(up / 60) % 24, up % 60];
    const time = new Date(clock.now()).toISOString().slice(11, 19);
    const span = hours > 0 ? `${hours}:${String(rest).padStart(2, "0")}` : `${rest} min`;
    return ` ${time} up ${days > 0 ? `${days} days, ` : ""}${span},  load average: 0.00, 0.00, 0.00`;
  }

  #unknown(word: string): Answer {
    if (unimplementedTools.includes(word)) {
      return { lines: [`-sh: ${this.device.unimplemented.note(word)}`], status: FAILED };
    }
    return { lines: [`-sh: ${word}: command not found`], status: NOT_FOUND };
  }
}

const say = (...lines: readonly string[]): Answer => ({ lines, status: 0 });

/** `Mon Dec  9 10:00:00 UTC 2013` */
function date(moment: number): string {
  const [weekday = "", day = "", month = "", year = "", time = ""] = new Date(moment).toUTCString().split(/,? /);
  return `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} UTC ${year}`;
}

/** What a Unix shell hands on of words in quotes. */
function unquote(text: string): string {
  const [, , inner] = /^(['"])(.*)\1$/s.exec(text) ?? [];
  return inner ?? text;
}
