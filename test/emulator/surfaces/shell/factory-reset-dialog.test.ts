import { afterEach, beforeEach, expect, test } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { RootShell } from "../../../../emulator/surfaces/shell/root-shell.ts";
import type { Answer, Shell } from "../../../../emulator/surfaces/shell/shell.ts";
import { simulatedDevice } from "../documents/simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;
let dialog: Shell;

beforeEach(async () => {
  ({ device, powerOff } = await simulatedDevice());
  const { next } = await new RootShell(device, { user: "root" }).run("factory-reset");
  if (next === undefined || next === "leave") throw new Error("factory-reset asks nothing");
  dialog = next;
});

afterEach(() => powerOff());

/** Answers in turn. @returns what was asked before each, and what came of the last */
async function answer(...answers: readonly string[]): Promise<{ asked: string[]; last: Answer }> {
  const asked: string[] = [];
  let last: Answer = { lines: [], status: -1 };
  for (const given of answers) {
    asked.push(dialog.prompt.replace(" [YES/NO]? ", ""));
    last = await dialog.run(given);
  }
  return { asked, last };
}

test("G7.3 asks the seven questions of the guide in its order, then does it after the answer", async () => {
  const { asked, last } = await answer("YES", "YES", "NO", "YES", "NO", "NO", "YES");
  expect(asked).toEqual([
    "Keep option keys",
    "Keep IP configuration",
    "Keep SSH keys",
    "Keep root and admin passwords",
    "Save log files",
    "Replace hard disk",
    "Are you sure you want to continue",
  ]);
  expect(last.lines[0]).toContain("Factory reset in progress");
  expect(last.next).toBe("leave");
  expect(last.afterAnswer).toBeTypeOf("function");
  expect(device.log.newest(1)[0]).not.toContain("Factory Reset");
});

test("asks again until the answer is YES or NO, in any case", async () => {
  const { asked, last } = await answer("maybe", "yes", "", "nO", "Y");
  expect(asked).toEqual([
    "Keep option keys",
    "Keep option keys",
    "Keep IP configuration",
    "Keep IP configuration",
    "Keep SSH keys",
  ]);
  expect(last).toEqual({ lines: ["Please answer YES or NO"], status: 0 });
});

test.each([
  ["NO to the last question", ["YES", "YES", "NO", "YES", "NO", "NO", "NO"]],
  ["the end of the input", ["yes", "exit"]],
])("%s leaves everything as it is", async (_what, answers) => {
  const { last } = await answer(...answers);
  expect(last).toEqual({
    lines: ["Factory reset abandoned: nothing has been changed"],
    status: 1,
    next: "leave",
  });
});
