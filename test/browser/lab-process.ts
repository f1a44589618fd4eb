import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory, Xtwin, type ReadyLine } from "../interop/xtwin.ts";

/** A peer as the lab announces it. */
export type AnnouncedPeer = ReadyLine["peers"][number];

/** A lab that `xtwin up` runs in a process of its own. Nothing in here looks inside. */
export class LabProcess {
  private constructor(
    private readonly process: Xtwin,
    private readonly ready: ReadyLine,
  ) {}

  /** Starts the lab and resolves when all its peers are up. */
  static async start(...options: readonly string[]): Promise<LabProcess> {
    const process_ = new Xtwin(["up", "--json", ...options]);
    return new LabProcess(process_, await process_.ready());
  }

  /** The same with a lab that a topology describes. */
  static startOf(topology: string, ...options: readonly string[]): Promise<LabProcess> {
    const file = join(temporaryDirectory(), "lab.yaml");
    writeFileSync(file, topology);
    return LabProcess.start(file, ...options);
  }

  /** What the lab's own log holds: nothing, unless something in it failed. That a busy machine slows its clock is no failure. */
  get errors(): string {
    const lines = this.process.stderr.split("\n");
    return lines.filter((line) => !line.includes("the machine cannot hold the speed of the lab")).join("\n");
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

  /** Pulls a peer's plug, or puts it back. */
  async power(peer: AnnouncedPeer, power: "on" | "off"): Promise<void> {
    await this.#control(`/peers/${peer.name}/power`, { power });
  }

  /** Lets somebody call somebody through a peer. @returns why the call was refused; undefined when it goes on */
  async call(peer: AnnouncedPeer, call: Readonly<Record<string, string>>): Promise<string | undefined> {
    const placed = (await this.#control("/calls", { peer: peer.name, ...call })) as { readonly reason?: string };
    return placed.reason;
  }

  async stop(): Promise<void> {
    await this.process.end("SIGTERM");
  }

  async #control(path: string, body: object): Promise<unknown> {
    const response = await fetch(this.ready.control + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  }
}
