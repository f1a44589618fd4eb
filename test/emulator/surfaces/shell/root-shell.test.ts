import { afterAll, beforeAll, expect, test } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { RootShell } from "../../../../emulator/surfaces/shell/root-shell.ts";
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
  ["echo 'a  b'", ["a b"], 0],
  ["echo 'xstat calls' | tsh", ["*s Calls: /", "*s/end", "", "OK"], 0],
  ['echo "xstat nowhere"|tsh', [expect.stringMatching(/^"nowhere" is not known here/), "", "ERROR"], 1],
  ["ls /", ["-sh: ls: command not found"], 127],
  ["/bin/sh -c id", ["-sh: /bin/sh: command not found"], 127],
  ["factory-resets", ["-sh: factory-resets: command not found"], 127],
  ["scp -t /tmp", ["-sh: not implemented by the emulator: scp"], 1],
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
