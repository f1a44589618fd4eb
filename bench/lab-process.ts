import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LabStatus } from "../emulator/index.ts";

const main = fileURLToPath(new URL("../dist/emulator/main.js", import.meta.url));

/** The program's first line gives these to Node; a process that is started by hand has to repeat them. */
const [, flags = ""] = /^#!.* node (.*)$/m.exec(readFileSync(main, "utf8")) ?? [];
const NODE_OPTIONS = flags.split(" ").filter(Boolean);

/** What `xtwin up --json` prints when all is ready. */
export interface ReadyLine {
  readonly control: string;
  readonly peers: readonly {
    readonly name: string;
    readonly address: string;
    readonly ports: Record<string, number>;
  }[];
}

/** A lab in a process of its own, as a user starts it. */
export class LabProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly ready: ReadyLine,
    /** From the start of the process, milliseconds. */
    readonly readyAfter: number,
    private readonly startedAt: number,
  ) {}

  /** A formed cluster of some peers on a loopback network of its own, `127.0.N`; started as `npm start` does. */
  static start(peers: number, network: string): Promise<LabProcess> {
    return LabProcess.#up("--peers", String(peers), "--network", network);
  }

  /** The lab that a topology file describes. */
  static startOf(topology: string): Promise<LabProcess> {
    return LabProcess.#up(topology);
  }

  static async #up(...options: readonly string[]): Promise<LabProcess> {
    const startedAt = performance.now();
    const args = [...NODE_OPTIONS, main, "up", ...options, "--json"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const line = await new Promise<string>((resolve, reject) => {
      let text = "";
      child.stdout?.on("data", (data: Buffer) => {
        text += data.toString();
        if (text.includes("\n")) resolve(text);
      });
      child.once("exit", (code) => reject(new Error(`xtwin up ended with ${code}`)));
    });
    return new LabProcess(child, JSON.parse(line) as ReadyLine, performance.now() - startedAt, startedAt);
  }

  /** Milliseconds from the start of the process until every peer sees every other as Active. */
  async activeAfter(): Promise<number> {
    for (;;) {
      const status = (await (await fetch(`${this.ready.control}/status`)).json()) as LabStatus;
      const words = status.peers.flatMap((peer) => peer.cluster.map((entry) => entry.state));
      if (words.every((word) => word === "Active" || word === "This system")) return performance.now() - this.startedAt;
    }
  }

  /** Resident memory, MB. */
  residentMegabytes(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await ended;
  }
}
