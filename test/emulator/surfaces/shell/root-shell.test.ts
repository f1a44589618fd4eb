import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { virtualFiles } from "../../../../emulator/peer/maintenance/files/file-table.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { rootCommands, RootShell } from "../../../../emulator/surfaces/shell/root-shell.ts";
import { simulatedDevice } from "../documents/simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;
let shell: RootShell;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  shell = new RootShell(device, { user: "root" });
});
afterAll(() => powerOff());

test.each([
  ["hostname", ["TANDBERG"], 0],
  ["date", ["Mon Dec  9 10:00:00 UTC 2013"], 0],
  ["uptime", [" 10:00:00 up 0 min,  load average: 0.00, 0.00, 0.00"], 0],
  ["  ", [], 0],
  ["echo 'a  b'", ["a  b"], 0],
  ["echo 'xstat calls' | tsh", ["*s Calls: /", "*s/end", "", "OK"], 0],
  ['echo "xstat nowhere"|tsh', [expect.stringMatching(/^"nowhere" is not known here/), "", "ERROR"], 1],
  ["echo xstat calls | tsh | grep -v '^$' | tail -1", ["OK"], 0],
  ["/bin/sh -c id", ["-sh: /bin/sh: command not found"], 127],
  ["factory-resets", ["-sh: factory-resets: command not found"], 127],
  ["scp -t /tmp", ["-sh: not implemented by the emulator: scp"], 1],
  ["whoami # and nothing else", ["root"], 0],
  ["echo a; reboot", ["-sh: not implemented by the emulator: ; in the root shell"], 1],
  ['echo "$HOME"', ["-sh: not implemented by the emulator: $ in the root shell"], 1],
  ["cat /etc/hostname > /dev/null", ["-sh: not implemented by the emulator: > in the root shell"], 1],
  ["echo 'a", ["-sh: syntax error: unterminated quoted string"], 2],
  ["| cat", ['-sh: syntax error: unexpected "|"'], 2],
  ["cat |", ["-sh: syntax error: unexpected end of line"], 2],
  ["echo a | factory-reset", ["-sh: not implemented by the emulator: factory-reset in a pipe"], 1],
  ["pwd", ["/root"], 0],
  ["ls", [], 0],
  ["ls /", ["etc", "mnt", "root", "tandberg", "tmp"], 0],
  [
    "ls /tandberg/../mnt//./harddisk/ /x",
    ["ls: /x: No such file or directory", "/tandberg/../mnt//./harddisk/:", "factory-reset", "log"],
    1,
  ],
  ["ls -l /etc/hostname", ["-rw-r--r--    1 root     root             9 Dec  9 10:00 /etc/hostname"], 0],
  ["ls -z", ["ls: invalid option -- 'z'"], 1],
  [
    "cat /etc/hostname /nowhere /tmp",
    ["cat: can't open '/nowhere': No such file or directory", "cat: can't open '/tmp': Is a directory", "TANDBERG"],
    1,
  ],
  ["cat ../../../../etc/passwd", ["cat: can't open '../../../../etc/passwd': No such file or directory"], 1],
  ["cat /proc/self/environ", ["cat: can't open '/proc/self/environ': No such file or directory"], 1],
  ["cat /tandberg/version", ["X8.1"], 0],
  ["cat /nowhere | grep -c x", ["cat: can't open '/nowhere': No such file or directory", "0"], 1],
  ["tail -f /nowhere", ["tail: can't open '/nowhere': No such file or directory"], 1],
  ["echo a | tail -f", ["a"], 0],
  ["tail -f /mnt/harddisk/log/eventlog | head -1", ["-sh: not implemented by the emulator: tail -f into head"], 1],
  ["tail -f /mnt/harddisk/log/eventlog | grep -c a", ["-sh: not implemented by the emulator: tail -f into grep"], 1],
  ["tail -n", ["tail: option requires an argument -- 'n'"], 1],
  ["tail -n x /etc/hostname", ["tail: invalid number 'x'"], 1],
  ["head -n0 /etc/hostname", [], 0],
  ["grep -n T.*G$ /etc/hostname", ["1:TANDBERG"], 0],
  ["grep -i [s-u]and /etc/hostname /tandberg/version", ["/etc/hostname:TANDBERG"], 0],
  ["grep '[' /etc/hostname", ["grep: bad regex '['"], 2],
  ["grep x", [], 1],
  ["cd /nowhere", ["-sh: cd: can't cd to /nowhere: No such file or directory"], 1],
  ["cd /etc/hostname", ["-sh: cd: can't cd to /etc/hostname: Not a directory"], 1],
  ["date -s 12:00", ["date: not implemented by the emulator: date -s"], 1],
  ["hostname other", ["hostname: not implemented by the emulator: hostname other"], 1],
  ["restart --help", ["Usage: restart"], 0],
  ["grep --help", ["Usage: grep [-Fcinv] PATTERN [FILE]..."], 0],
  ["free -x", ["free: invalid option -- 'x'"], 1],
  ["ps -o pid", ["ps: not implemented by the emulator: ps -o"], 1],
  ["df /tmp", ["df: not implemented by the emulator: df of a file"], 1],
  ["netstat", ["netstat: not implemented by the emulator: netstat without -l"], 1],
])("%s", async (line, lines, status) => expect(await shell.run(line)).toEqual({ lines, status }));

test("tsh opens the command shell, exit leaves", async () => {
  expect((await shell.run("tsh")).next).toBeInstanceOf(AdminShell);
  expect((await shell.run("exit")).next).toBe("leave");
  expect(shell.greeting()).toEqual([]);
  expect(shell.completions()).toEqual([]);
});

test("a restart that is piped in happens after its answer", async () => {
  const answer = await shell.run("echo 'xcommand restart' | tsh");
  expect(answer.lines.at(-1)).toBe("OK");
  expect(answer.afterAnswer).toBeTypeOf("function");
});

test.each(["restart", "reboot", "clusterdb_destroy_and_purge_data.sh"])("%s happens after its answer", async (word) => {
  const { status, afterAnswer } = await shell.run(word);
  expect([status, typeof afterAnswer]).toEqual([0, "function"]);
});

test("cd goes where it is told, and home without a word", async () => {
  for (const [line, prompt] of [
    ["cd /tandberg/persistent", "/tandberg/persistent # "],
    ["cd certs", "/tandberg/persistent/certs # "],
    ["cd ../../../../..", "/ # "],
    ["cd", "~ # "],
  ] as const) {
    expect(await shell.run(line)).toEqual({ lines: [], status: 0 });
    expect(shell.prompt).toBe(prompt);
  }
});

test("files show what the peer knows", async () => {
  expect((await shell.run("cat /tandberg/persistent/certs/server.pem")).lines.join("\n").trimEnd()).toBe(
    device.certificates.server.certificate.trimEnd(),
  );
  expect((await shell.run("tail -1 /mnt/harddisk/log/eventlog")).lines).toEqual(device.log.newest(1));
  expect((await shell.run("cat /mnt/harddisk/factory-reset/rk")).lines).toEqual([device.releaseKey.text]);
});

const note = (text: string): void => device.log.event("ssh", "Admin Session Start", { User: text });

test("tail -f tells each line from its answer on, in order, and nothing once it is stopped", async () => {
  const { lines, follows } = await shell.run("tail -fn 1 /mnt/harddisk/log/eventlog");
  expect(lines).toEqual(device.log.newest(1));
  note("before it is started");
  const told: string[] = [];
  follows?.start((more) => told.push(...more));
  for (const text of ["one", "two", "three"]) note(text);
  expect(told).toEqual(device.log.newest(4).toReversed());
  follows?.stop();
  note("afterwards");
  expect(told).toHaveLength(4);
});

test("tail -f tells several files apart", async () => {
  const { follows } = await shell.run("tail -f /mnt/harddisk/log/eventlog /mnt/harddisk/log/configlog /etc/hostname");
  const told: string[] = [];
  follows?.start((more) => told.push(...more));
  note("one");
  note("two");
  device.configuration.set([{ path: "SystemUnit Name", value: "renamed" }], { user: "root" });
  follows?.stop();
  const [one, two, changed] = device.log.newest(3).toReversed();
  expect(told).toEqual([
    "",
    "==> /mnt/harddisk/log/eventlog <==",
    one,
    two,
    changed,
    "",
    "==> /mnt/harddisk/log/configlog <==",
    changed,
  ]);
});

test("tail -f goes through grep", async () => {
  note("needle 1");
  const line = "tail -n 1 -f /mnt/harddisk/log/eventlog | grep needle | grep -v 'needle 3'";
  const { lines, follows } = await shell.run(line);
  expect(lines).toEqual([expect.stringContaining("needle 1")]);
  const told: string[] = [];
  follows?.start((more) => told.push(...more));
  for (const text of ["needle 2", "hay", "needle 3", "needle 4"]) note(text);
  await expect.poll(() => told.length).toBe(2);
  follows?.stop();
  expect(told).toEqual([expect.stringContaining("needle 2"), expect.stringContaining("needle 4")]);
});

test("df tells the disk of the platform and what the files take", async () => {
  const used = virtualFiles.reduce((sum, { path }) => sum + (device.files.read(path)?.length ?? 0), 0);
  expect(used).toBeGreaterThan(1000);
  const [heading, row = ""] = (await shell.run("df")).lines;
  expect(heading).toBe("Filesystem            1K-blocks      Used Available Use% Mounted on");
  const total = 132 * 1024 * 1024;
  const left = Math.ceil(total - used / 1024);
  expect(row.split(/ +/)).toEqual(["rootfs", String(total), String(Math.ceil(used / 1024)), String(left), "1%", "/"]);
  const { lines } = await shell.run("df -h");
  expect(lines[1]?.split(/ +/)).toEqual(["rootfs", "132G", `${Math.ceil(used / 1024)}K`, "132G", "1%", "/"]);
});

test("free tells the memory of the platform, and what of it the process takes", async () => {
  const used = 300 * 1024 * 1024;
  const measured = new RootShell({ ...device, memoryInUse: () => used }, { user: "root" });
  const { lines } = await measured.run("free -m");
  expect(lines.map((line) => line.trim().split(/ +/))).toEqual([
    ["total", "used", "free"],
    ["Mem:", "4096", "300", "3796"],
    ["Swap:", "0", "0", "0"],
  ]);
  const crowded = new RootShell({ ...device, memoryInUse: () => 2 ** 50 }, { user: "root" });
  expect((await crowded.run("free")).lines[1]?.split(/ +/)).toEqual(["Mem:", "4194304", "4194304", "0"]);
});

test("ps lists the parts of the peer that run", async () => {
  const { lines } = await shell.run("ps aux");
  expect(lines.slice(1).map((line) => line.slice(15))).toEqual(device.running.names);
  expect(lines).toContain(`    1 root     ${device.running.names[0]}`);
  expect((await shell.run("ps | grep -c cluster")).lines).toEqual(["1"]);
});

test("netstat lists what the peer listens on", async () => {
  const { lines } = await shell.run("netstat -lun");
  expect(lines).toContain(`udp        0      0 192.0.2.1:1719          0.0.0.0:*               ${" ".repeat(12)}`);
  expect((await shell.run("netstat -ltn")).lines.join("\n")).not.toMatch(/^udp/m);
});

const words = fc.constantFrom(...rootCommands.keys(), "|", "'", '"', "-n", "-l", "..", "/", "/tmp/", "[", "\\", "*");

test("no line crashes it, leaves the tree or changes anything", async () => {
  const { revision } = device.facts;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 8 }), async (parts) => {
      const { lines, status } = await shell.run(parts.join(" "));
      expect(status).toBeTypeOf("number");
      expect(lines.join("\n")).not.toContain("root:x:0:0");
      expect(device.files.list(shell.prompt === "~ # " ? "/root" : shell.prompt.slice(0, -3))).toBeDefined();
    }),
  );
  expect(device.facts.revision).toBe(revision);
});
