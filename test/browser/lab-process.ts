import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The lab's note of where it is controlled goes here, so that it does not take the place of a user's own. */
const temporary = join(tmpdir(), "xtwin-tests");

/** A peer as the lab announces it. */
export interface AnnouncedPeer {
  readonly name: string;
  readonly address: string;
  readonly ports: { readonly https: number; readonly ssh: number };
  readonly accounts: { readonly admin: string };
}

interface ReadyLine {
  readonly control: string;
  readonly peers: readonly AnnouncedPeer[];
}

/** `xtwin up` in a process of its own, as a user starts it. Nothing in here looks inside. */
export class LabProcess {
  #errors = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly ready: ReadyLine,
  ) {
    child.stderr?.on("data", (data: Buffer) => (this.#errors += data.toString()));
  }

  /** Starts the lab and resolves when all its peers are up. */
  static async start(...options: readonly string[]): Promise<LabProcess> {
    mkdirSync(temporary, { recursive: true });
    const child = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", "up", "--json", ...options], {
      cwd: repository,
      env: { ...process.env, TMPDIR: temporary, NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const line = await firstLine(child);
    return new LabProcess(child, JSON.parse(line) as ReadyLine);
  }

  /** What the lab's own log holds: nothing, unless something in it failed. */
  get errors(): string {
    return this.#errors;
  }

  /** The peer at a place, 1 to 6. */
  peer(place: number): AnnouncedPeer {
    const peer = this.ready.peers[place - 1];
    if (!peer) throw new RangeError(`the lab has no peer ${place}`);
    return peer;
  }

  /** How many seconds pass in the lab during one here; 0 makes its time stand still. */
  async setSpeed(speed: number): Promise<void> {
    await this.#control("/clock/speed", { speed });
  }

  /** Lets a span such as `125s` pass in the lab, and resolves when all that was due has been done. */
  async advance(by: string): Promise<void> {
    await this.#control("/clock/advance", { by });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await ended;
  }

  async #control(path: string, body: object): Promise<void> {
    const response = await fetch(this.ready.control + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let errors = "";
    child.stderr?.on("data", (data: Buffer) => (errors += data.toString()));
    child.stdout?.on("data", (data: Buffer) => {
      printed += data.toString();
      const end = printed.indexOf("\n");
      if (end !== -1) resolve(printed.slice(0, end));
    });
    child.once("exit", (code) => reject(new Error(`xtwin up ended with ${code}: ${errors}`)));
  });
}
