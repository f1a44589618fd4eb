import { spawn } from "node:child_process";
import ssh2 from "ssh2";
import { startBareSshd } from "./bare-sshd.ts";
import { LabProcess } from "./lab-process.ts";
import { median, type Measurement } from "./measure.ts";

const ROUNDS = 5;
const CONNECTIONS_A_ROUND = 20;
const COMMANDS = 500;
const CROWD = 50;
const CROWD_SECONDS = 60;
const SETTLED_AFTER_SECONDS = 10;

interface Target {
  readonly address: string;
  readonly port: number;
}

/** The command shell over SSH: connections against OpenSSH's server, commands, and a crowd that never stops asking. */
export async function measureShell(): Promise<Measurement[]> {
  const lab = await LabProcess.start(1, "127.0.92");
  const peer = lab.ready.peers[0];
  if (!peer) throw new Error("no peer");
  const target = { address: peer.address, port: peer.ports["ssh"] ?? 0 };
  const figures = [...(await connectionRate(target)), await commandTime(target), ...(await crowd(target, lab))];
  await lab.stop();
  return figures;
}

/** The same client, one connection after another, to each in turn. */
async function connectionRate({ address, port }: Target): Promise<Measurement[]> {
  const sshd = await startBareSshd("127.0.92.98", 28_022);
  if (!sshd) {
    process.stderr.write("sshd is not installed: connections are not compared\n");
    return [];
  }
  const common = ["-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null", "-oLogLevel=ERROR"];
  const toPeer = [...common, "-p", String(port), `admin@${address}`, "xStatus SystemUnit"];
  const toSshd = [...common, "-i", sshd.identity, "-p", "28022", `${sshd.user}@127.0.92.98`, "/bin/true"];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await connectionsPerSecond("sshpass", ["-p", "TANDBERG", "ssh", ...toPeer]);
    ratios.push(own / (await connectionsPerSecond("sshpass", ["-p", "none", "ssh", ...toSshd])));
  }
  await sshd.stop();
  return [
    {
      what: "A new SSH connection with one command against OpenSSH's server with `/bin/true`, median of 5",
      figure: median(ratios),
      unit: "×",
      bar: { least: 0.8 },
    },
  ];
}

async function connectionsPerSecond(program: string, args: readonly string[]): Promise<number> {
  const from = performance.now();
  for (let count = 0; count < CONNECTIONS_A_ROUND; count++) {
    const child = spawn(program, args, { stdio: "ignore" });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  }
  return (CONNECTIONS_A_ROUND * 1000) / (performance.now() - from);
}

async function commandTime(target: Target): Promise<Measurement> {
  const client = await connect(target);
  const times: number[] = [];
  for (let count = 0; count < COMMANDS; count++) {
    const from = performance.now();
    await command(client, "xStatus SystemUnit");
    times.push(performance.now() - from);
  }
  client.end();
  return {
    what: `A command on an open SSH connection, median of ${COMMANDS}`,
    figure: median(times),
    unit: "ms",
    bar: { most: 2 },
  };
}

/** Everybody asks for the whole status again and again; the memory of the peer is looked at each second. */
async function crowd(target: Target, lab: LabProcess): Promise<Measurement[]> {
  const clients = await Promise.all(Array.from({ length: CROWD }, () => connect(target)));
  const end = performance.now() + CROWD_SECONDS * 1000;
  const settled: number[] = [];
  let answers = 0;
  const looking = setInterval(() => {
    if (performance.now() > end - (CROWD_SECONDS - SETTLED_AFTER_SECONDS) * 1000) settled.push(lab.residentMegabytes());
  }, 1000);
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        await command(client, "xStatus");
        answers++;
      }
    }),
  );
  clearInterval(looking);
  for (const client of clients) client.end();
  // Garbage is collected every twenty seconds or so: what counts is whether more is left each time.
  const half = Math.floor(settled.length / 2);
  return [
    {
      what: `Answers to ${CROWD} connections that run \`xStatus\` for ${CROWD_SECONDS} s, none of them an error`,
      figure: answers / CROWD_SECONDS,
      unit: "a second",
      bar: { least: 0 },
    },
    {
      what: `Memory of the peer in the second half of these ${CROWD_SECONDS} s, the first ${SETTLED_AFTER_SECONDS} left out, against the first half, means`,
      figure: mean(settled.slice(half)) / mean(settled.slice(0, half)),
      unit: "×",
      bar: { most: 1.1 },
    },
  ];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function connect({ address, port }: Target): Promise<ssh2.Client> {
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    client.on("ready", () => {
      client.setNoDelay(true);
      resolve(client);
    });
    client.on("error", reject);
    client.connect({ host: address, port, username: "admin", password: "TANDBERG", readyTimeout: 60_000 });
  });
}

/** @throws Error when the answer does not end as one that was understood */
function command(client: ssh2.Client, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.exec(line, (error, channel) => {
      if (error) return reject(error);
      let tail = "";
      channel.on("data", (data: Buffer) => (tail = (tail + data.toString()).slice(-20)));
      channel.on("close", () => (tail.endsWith("\r\nOK\r\n") ? resolve() : reject(new Error(`${line}: ${tail}`))));
    });
  });
}
