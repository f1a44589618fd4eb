import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { ServerCertificate } from "../../emulator/peer/access/certificates/server-certificate.ts";

/** It lies among the programs of the administrator. */
const PROGRAM = "rsyslogd";

/** A port of a collector and what arrives there is called. */
export interface SyslogInput {
  readonly name: string;
  readonly transport: "udp" | "tcp" | "tls";
  readonly port: number;
}

/** A message as rsyslog has understood it. */
export interface ParsedMessage {
  readonly input: string;
  readonly from: string;
  readonly priority: string;
  readonly time: string;
  readonly host: string;
  readonly tag: string;
  readonly protocol: string;
  readonly application: string;
  readonly elements: string;
  readonly text: string;
}

const properties: Readonly<Record<keyof ParsedMessage, string>> = {
  input: "inputname",
  from: "fromhost-ip",
  priority: "pri",
  time: "timereported:::date-rfc3339",
  host: "hostname",
  tag: "syslogtag",
  protocol: "protocol-version",
  application: "app-name",
  elements: "structured-data",
  text: "msg",
};

/** Clients are not asked who they are. */
const TLS = ' streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon"';

/** Debian's rsyslog as an ordinary process, on ports of its own; what it has parsed goes to a file. */
export class Rsyslog {
  readonly #output: string;
  readonly #configuration: string;
  #process: ChildProcess | undefined;

  constructor(
    directory: string,
    private readonly address: string,
    private readonly inputs: readonly SyslogInput[],
    identity: ServerCertificate,
  ) {
    const file = (name: string, pem: string): string => {
      writeFileSync(join(directory, name), pem);
      return join(directory, name);
    };
    const certificate = file("certificate.pem", identity.certificate);
    this.#output = join(directory, "messages");
    this.#configuration = join(directory, "rsyslog.conf");
    const fields = Object.values(properties).map((property) => `%${property}%`);
    const lines = [
      `global(workDirectory="${directory}" net.enableDNS="off" defaultNetstreamDriverCAFile="${certificate}"`,
      `  defaultNetstreamDriverCertFile="${certificate}" defaultNetstreamDriverKeyFile="${file("key.pem", identity.key)}")`,
      'module(load="imudp")',
      'module(load="imtcp")',
      `template(name="parsed" type="string" string="${fields.join("\\t")}\\n")`,
      ...inputs.map(
        ({ name, transport, port }) =>
          `input(type="im${transport === "udp" ? "udp" : "tcp"}" address="${address}" port="${port}" name="${name}" ruleset="all"${transport === "tls" ? TLS : ""})`,
      ),
      `ruleset(name="all") { action(type="omfile" file="${this.#output}" template="parsed") }`,
    ];
    writeFileSync(this.#configuration, `${lines.join("\n")}\n`);
  }

  /** Resolves when it takes connections. Its first TCP input is bound after all UDP inputs. */
  async start(): Promise<void> {
    const rsyslogd = spawn(PROGRAM, ["-n", "-f", this.#configuration, "-i", "NONE"], { stdio: "ignore" });
    this.#process = rsyslogd;
    const [tcp] = this.inputs.filter(({ transport }) => transport === "tcp");
    while (!(await takesConnections(this.address, tcp?.port ?? 0)))
      if (rsyslogd.exitCode !== null) throw new Error(`rsyslogd ended with ${rsyslogd.exitCode}`);
  }

  async stop(): Promise<void> {
    const rsyslogd = this.#process;
    if (!rsyslogd || rsyslogd.exitCode !== null) return;
    const ended = once(rsyslogd, "exit");
    rsyslogd.kill("SIGTERM");
    await ended;
  }

  /** What has come in at an input since the first start. */
  received(input: string): ParsedMessage[] {
    if (!existsSync(this.#output)) return [];
    const names = Object.keys(properties);
    return readFileSync(this.#output, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const values = line.split("\t");
        return Object.fromEntries(names.map((name, place) => [name, values[place] ?? ""])) as unknown as ParsedMessage;
      })
      .filter((message) => message.input === input);
  }
}

/** Waits a moment of the machine where nobody is there yet. */
async function takesConnections(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const answered = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "close").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  if (!answered) await new Promise((resolve) => setTimeout(resolve, 20));
  return answered;
}
