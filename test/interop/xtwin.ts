import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { Finished } from "./program.ts";

/** As it is built before the tests. */
const main = fileURLToPath(new URL("../../dist/emulator/main.js", import.meta.url));

/** A machine may be busy with other tests; nothing here takes longer unless it never comes. */
const DEADLINE = 100_000;

const directories: string[] = [];
const running = new Set<Xtwin>();

// Whatever a failed test left behind.
afterAll(async () => {
  await Promise.all([...running].map((process_) => process_.end("SIGKILL")));
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** A directory that is gone when the tests of the file are done. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "xtwin-test-"));
  directories.push(directory);
  return directory;
}

/** What `xtwin up --json` prints. */
export interface ReadyLine {
  readonly ready: true;
  readonly control: string;
  readonly peers: readonly {
    readonly name: string;
    readonly address: string;
    readonly ports: Readonly<Record<"https" | "http" | "ssh", number> & Partial<Record<"ras" | "turn", number>>>;
    readonly accounts: Readonly<Record<"admin" | "root", string>>;
  }[];
}

export interface XtwinOptions {
  /** Variables of the environment; those of the user's own labs are left out, and TMPDIR is none of his. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs the command, as another user for instance. */
  readonly through?: readonly string[];
}

/** A TMPDIR in which no lab of the user is met. */
const noLab = temporaryDirectory();

/** The `xtwin` command as a user starts it: a process of its own. */
export class Xtwin {
  /** Its exit code, -1 when a signal ended it. */
  readonly ended: Promise<number>;
  stdout = "";
  stderr = "";
  readonly #child;

  constructor(args: readonly string[], { env = {}, through = [] }: XtwinOptions = {}) {
    const [program = "", ...words] = [...through, main, ...args];
    const inherited = Object.entries(process.env).filter(([name]) => !/^(XTWIN_|VITEST|NODE_ENV$)/.test(name));
    this.#child = spawn(program, words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...Object.fromEntries(inherited), TMPDIR: noLab, ...env },
    });
    this.#child.stdout.setEncoding("utf8").on("data", (text: string) => (this.stdout += text));
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => (this.stderr += text));
    running.add(this);
    this.ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject);
      this.#child.on("close", (code) => {
        running.delete(this);
        resolve(code ?? -1);
      });
    });
  }

  /** Waits until it has printed something. */
  async prints(wanted: RegExp): Promise<string> {
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (wanted.test(this.stdout)) resolve();
      };
      this.#child.stdout.on("data", look);
      look();
    });
    await this.#beforeItEnds(seen, `no ${String(wanted)}`);
    return this.stdout;
  }

  /** The line of `up --json`. */
  async ready(): Promise<ReadyLine> {
    return JSON.parse(await this.prints(/\n/)) as ReadyLine;
  }

  /** Waits until the control API of `peer` or `surroundings` answers: they print nothing. */
  async answers(control: string): Promise<void> {
    const enough = new AbortController();
    const answered = (async () => {
      while (!enough.signal.aborted) {
        const response = await fetch(new URL("/health", control)).catch(() => undefined);
        if (response?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    await this.#beforeItEnds(answered, `no answer from ${control}`).finally(() => enough.abort());
  }

  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number> {
    this.#child.kill(signal);
    return this.ended;
  }

  async #beforeItEnds(wanted: Promise<void>, complaint: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${complaint}: ${this.stdout}${this.stderr}`)), DEADLINE);
    });
    const over = this.ended.then((code) => {
      throw new Error(`ended with ${code}: ${this.stdout}${this.stderr}`);
    });
    try {
      await Promise.race([wanted, late, over]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Runs a command to its end. One that never ends is ended. */
export async function xtwin(args: readonly string[], options: XtwinOptions = {}): Promise<Finished> {
  const process_ = new Xtwin(args, options);
  const timer = setTimeout(() => void process_.end("SIGKILL"), DEADLINE);
  const code = await process_.ended;
  clearTimeout(timer);
  return { stdout: process_.stdout, stderr: process_.stderr, code };
}

/** True when a TCP port can be bound. */
export function isFree(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Where people come in to a peer. */
export interface PeerPlace {
  readonly address: string;
  readonly ports: Readonly<Record<"https" | "http" | "ssh", number>>;
}

/** Those of the peers' ports, as `ADDRESS:PORT`, that somebody listens on. */
export async function portsInUse(peers: readonly PeerPlace[]): Promise<string[]> {
  const all = peers.flatMap(({ address, ports: { https, http, ssh } }) =>
    [https, http, ssh].map((port) => ({ address, port })),
  );
  const free = await Promise.all(all.map(({ address, port }) => isFree(address, port)));
  return all.filter((_, place) => !free[place]).map(({ address, port }) => `${address}:${port}`);
}
