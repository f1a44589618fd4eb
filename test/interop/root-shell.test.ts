import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

for (const program of ["ssh", "sshpass", "tmux"]) needs(program);

const LOG = "/mnt/harddisk/log/eventlog";
const SSHPASS = "sshpass";
const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
});
afterAll(async () => {
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

const words = (...more: readonly string[]): string[] => [
  "-p",
  "TANDBERG",
  "ssh",
  "-p",
  String(peer.sshPort),
  ...options.flatMap((option) => ["-o", option]),
  `root@${peer.address}`,
  ...more,
];

/** Writes lines to the Event Log, one after the other. */
const note = (...texts: readonly string[]): void => {
  for (const text of texts) peer.device().log.event("ssh", "Admin Session Start", { User: text });
};

const users = (text: string): unknown[] => [...text.matchAll(/User="(\w+)"/g)].map(([, user]) => user);

test("a program without a terminal reads the lines of a log as they come, until it goes", async () => {
  const client = spawn(SSHPASS, words(`tail -n 1 -f ${LOG} | grep -v hay`), { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  client.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await expect.poll(() => users(said), { timeout: 60_000 }).toEqual(["root"]);
  note("one", "hay", "two");
  await expect.poll(() => users(said)).toEqual(["root", "one", "two"]);
  const many = Array.from({ length: 500 }, (_, place) => `user${place}`);
  note(...many);
  await expect.poll(() => users(said)).toEqual(["root", "one", "two", ...many]);
  client.kill();
  await once(client, "close");
  await expect.poll(() => peer.device().log.newest(1)[0]).toContain("Admin Session Finish");
  note("nobody listens");
});

test("at a terminal, Ctrl-C ends it", async () => {
  const name = `xtwin-tail-${process.pid}`;
  const tmux = (...args: string[]): Promise<Finished> => run("tmux", ["-L", name, ...args]);
  const shows = (wanted: RegExp): Promise<void> =>
    expect
      .poll(async () => (await tmux("capture-pane", "-p", "-t", name)).stdout.trimEnd(), { timeout: 60_000 })
      .toMatch(wanted);
  try {
    const command = [SSHPASS, ...words()].join(" ");
    await tmux("new-session", "-d", "-s", name, "-x", "250", "-y", "40", `${command}; sleep 60`);
    await shows(/^~ #$/m);
    await tmux("send-keys", "-t", name, `tail -n 1 -f ${LOG}`, "Enter");
    await shows(/Admin Session Start.*"root"/);
    note("first", "second");
    await shows(/"first".*\n.*"second".*$/);
    await tmux("send-keys", "-t", name, "ignored", "C-c");
    await shows(/"second".*\n\^C\n~ #$/);
    note("third");
    await tmux("send-keys", "-t", name, "hostname", "Enter");
    await shows(/\^C\n~ # hostname\nTANDBERG\n~ #$/);
  } finally {
    await tmux("kill-server");
  }
});

test("one command at a terminal ends with the status of an interrupt", async () => {
  const client = spawn(SSHPASS, words().toSpliced(2, 1, "ssh", "-tt").concat(`tail -f ${LOG}`));
  let said = "";
  client.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await expect.poll(() => said, { timeout: 60_000 }).toContain("Admin Session Start");
  client.stdin.write("\x03");
  expect(await once(client, "close")).toEqual([130, null]);
});

test.each([
  ["free -b | grep Mem", /^Mem: +4294967296 +(?!0 )\d+ +\d+\n$/],
  ["df -h | grep rootfs", /^rootfs +132G +\d+K +132G +1% \/\n$/],
  ["ps aux | grep 'SSH server'", /^ +\d+ root +SSH server\n$/],
])("%s", async (command, wanted) => {
  const { stdout, code } = await run(SSHPASS, words(command));
  expect(stdout).toMatch(wanted);
  expect(code).toBe(0);
});
