import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { alarmsInXml } from "../../browser/curl.ts";
import { ssh } from "../../browser/ssh.ts";
import { loopback } from "../../loopback.ts";
import { run } from "../program.ts";
import { temporaryDirectory, Xtwin, xtwin, type ReadyLine } from "../xtwin.ts";

type Peer = ReadyLine["peers"][number];

/**
 * A lab of its own process whose clock stands still: only `pass` moves it. What its peers do is seen by OpenSSH and curl,
 * as an operator sees it, and each peer is asked by itself.
 */
export class GuideLab {
  private constructor(
    readonly peers: readonly Peer[],
    private readonly process_: Xtwin,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** @param peers what a topology file says of each besides name and address, `version: X8.1.1` */
  static async start(...peers: readonly string[]): Promise<GuideLab> {
    const env = { TMPDIR: temporaryDirectory() };
    const topology = join(env.TMPDIR, "topology.yaml");
    const rows = peers.map((more, place) => {
      const row = [`name: expe${place + 1}`, `address: ${loopback(place + 1)}`, more].filter((words) => words !== "");
      return `  - { ${row.join(", ")} }\n`;
    });
    writeFileSync(topology, `cluster: { name: cluster.lab.example.com }\npeers:\n${rows.join("")}`);
    const process_ = new Xtwin(["up", topology, "--json", "--quick", "--speed", "0"], { env });
    const { peers: announced } = await process_.ready();
    const lab = new GuideLab(announced, process_, env);
    await lab.pass("5m");
    return lab;
  }

  async stop(): Promise<void> {
    const code = await this.process_.end("SIGTERM");
    if (code !== 0 || this.process_.stderr !== "")
      throw new Error(`the lab ended with ${code}: ${this.process_.stderr}`);
  }

  /** @param place of the peer, from 1 */
  peer(place: number): Peer {
    const peer = this.peers[place - 1];
    if (!peer) throw new Error(`there is no peer ${place}`);
    return peer;
  }

  /** Emulated time goes by: `3m`, `13d`. */
  async pass(duration: string): Promise<void> {
    await this.does("clock", "advance", duration);
  }

  /** An `xtwin` command that succeeds. */
  async does(...words: string[]): Promise<string> {
    const { stdout, stderr, code } = await xtwin(words, { env: this.env });
    if (code !== 0 || stderr !== "") throw new Error(`xtwin ${words.join(" ")} ended with ${code}: ${stdout}${stderr}`);
    return stdout;
  }

  /** What `xtwin doctor` prints, whatever it finds. */
  async doctor(): Promise<string> {
    return (await xtwin(["doctor"], { env: this.env })).stdout;
  }

  /** What an `xtwin` command that fails says. */
  async fails(...words: string[]): Promise<string> {
    const { stdout, stderr, code } = await xtwin(words, { env: this.env });
    if (code !== 1) throw new Error(`xtwin ${words.join(" ")} ended with ${code}: ${stdout}${stderr}`);
    return stdout + stderr;
  }

  /** Over SSH, as admin. */
  async types(place: number, command: string): Promise<readonly string[]> {
    return ssh(this.peer(place), command);
  }

  /** The value of a configuration item on each peer, over SSH. */
  async values(item: string): Promise<readonly string[]> {
    return this.everywhere(async (place) => {
      const lines = await this.types(place, `xconfiguration ${item}`);
      return /: "?(.*?)"?$/.exec(lines[0] ?? "")?.[1] ?? "";
    });
  }

  /** The titles of the alarms that each peer shows in XML. */
  async alarms(): Promise<readonly (readonly string[])[]> {
    return this.everywhere(async (place) => (await alarmsInXml(this.peer(place))).toSorted());
  }

  /** What curl gets of each peer's status, from the elements of a name. */
  async status(location: string, element: string): Promise<readonly (readonly string[])[]> {
    return this.everywhere(async (place) => {
      const { address, ports, accounts } = this.peer(place);
      const url = `https://${address}:${ports.https}/getxml?location=/Status/${location}`;
      const { stdout, stderr, code } = await run("curl", ["-sSkf", "--user", `admin:${accounts.admin}`, url]);
      if (code !== 0) throw new Error(`${url}: ${stderr}`);
      return [...stdout.matchAll(new RegExp(`<${element} item="1">(.*?)</${element}>`, "g"))].map(
        ([, text = ""]) => text,
      );
    });
  }

  private async everywhere<T>(ask: (place: number) => Promise<T>): Promise<readonly T[]> {
    const answers: T[] = [];
    for (const place of this.peers.keys()) answers.push(await ask(place + 1));
    return answers;
  }
}
