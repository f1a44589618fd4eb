import { Duplex } from "node:stream";
import * as fc from "fast-check";
import type { ServerChannel } from "ssh2";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { virtualFiles } from "../../../../emulator/peer/maintenance/files/file-table.ts";
import type { RequestEntry } from "../../../../emulator/peer/core/journal.ts";
import { readScpRequest } from "../../../../emulator/surfaces/shell/scp/scp-request.ts";
import { ScpServer } from "../../../../emulator/surfaces/shell/scp/scp-server.ts";
import { simulatedDevice } from "../documents/simulated-device.ts";

const KEY = "/tmp/release-key";

let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
});
afterAll(() => powerOff());

/** What the other side says to a client that sends these bytes, and the status it ends with. */
async function speak(command: string, sent: readonly (string | Uint8Array)[], to = device) {
  const said: Buffer[] = [];
  let status: number | undefined;
  const channel = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      said.push(chunk);
      done();
    },
  });
  Object.assign(channel, { exit: (code: number) => (status = code) });
  const request = readScpRequest(command);
  if (!request) throw new Error(`${command} is no request`);
  for (const part of sent) channel.push(part);
  channel.push(null);
  await new ScpServer(to, { user: "root" }, channel as unknown as ServerChannel).serve(request);
  return { said: Buffer.concat(said).toString(), status };
}

test("a file is taken when all of it is there, however it is cut", async () => {
  const whole = await speak(`scp -t ${KEY}`, ["T1 0 1 0\nC0600 5 na", "me\nhe", "llo\0"]);
  expect(whole).toEqual({ said: "\0\0\0\0", status: 0 });
  expect(device.files.read(KEY)?.toString()).toBe("hello");
  const half = await speak(`scp -t ${KEY}`, ["C0600 5 name\nhel"]);
  expect(half).toEqual({ said: `\0\0\x01scp: ${KEY}: the content is incomplete\n`, status: 1 });
  expect(device.files.read(KEY)?.toString()).toBe("hello");
});

test("a file is given with its mode, and its time to who asks", async () => {
  const seconds = (device.files.entry("/etc/hostname")?.modified ?? 0) / 1000;
  expect(await speak("scp -p -f /etc/hostname", ["\0\0\0\0"])).toEqual({
    said: `T${seconds} 0 ${seconds} 0\nC0644 9 hostname\nTANDBERG\n\0`,
    status: 0,
  });
  // One that the client does not want.
  const refused = await speak("scp -f /etc/hostname /tandberg/version", ["\0\x01no\n\0\0"]);
  expect(refused).toEqual({ said: "C0644 9 hostname\nC0644 5 version\nX8.1\n\0", status: 1 });
});

test.each([
  ["scp -t /tmp", "C0600 5 ../etc/x\n", "protocol error"],
  ["scp -t /tmp", "C0600 5 ..\n", "protocol error"],
  ["scp -t /tmp", "hello\n", "protocol error"],
  ["scp -t /tmp", "D0755 0 folder\n", "not implemented by the emulator: scp of a directory"],
  ["scp -t /tmp", "C0600 99999999999 release-key\n", "/tmp/release-key: File too large"],
  ["scp -t /etc", "C0600 5 hostname\n", "/etc/hostname: Permission denied"],
  ["scp -d -t /nowhere", "", "/nowhere: Not a directory"],
])("%s is told %j and refuses", async (command, sent, reason) => {
  const { said, status } = await speak(command, [sent]);
  expect(said).toMatch(new RegExp(`^\0?\x01scp: ${reason}\n$`));
  expect(status).toBe(1);
});

test("the journal has what was taken and given, without contents", async () => {
  const journal = vi.fn();
  const noted = { ...device, journal };
  await speak(`scp -t ${KEY}`, ["C0600 7 name\ncontent\0"], noted);
  await speak("scp -t /etc/hostname", ["C0600 7 name\n"], noted);
  await speak("scp -f /etc/hostname /etc/shadow", ["\0\0\0"], noted);
  const entries = journal.mock.calls.map(([entry]) => entry as RequestEntry);
  expect(entries.map(({ what, answer }) => [what, answer])).toEqual([
    [`put ${KEY}`, "OK"],
    ["put /etc/hostname", "Permission denied"],
    ["get /etc/hostname", "OK"],
    ["get /etc/shadow", "No such file or directory"],
  ]);
  expect(JSON.stringify(entries)).not.toContain("content");
});

test.each([
  "scp /a /b",
  "scp -t",
  "scp -t /a /b",
  "scp -t -f /a",
  "scp -t /a; reboot",
  "scp -t /a | cat",
  "scpx -t /a",
])("%s is another command", (command) => expect(readScpRequest(command)).toBeUndefined());

test("whatever is sent, it ends, and files are as they were or as they were sent", async () => {
  const contents = (): unknown =>
    virtualFiles.map(({ path, write }) => path !== KEY && write && device.files.read(path));
  const before = contents();
  const part = fc.oneof(
    fc.constantFrom("C0644 3 name\n", "abc\0", "\0", "T1 0 1 0\n", "D0755 0 d\n", "E\n", "\x01\n", "C0644 -1 x\n"),
    fc.string({ unit: "binary" }),
    fc.uint8Array({ minLength: 1 }),
  );
  const command = fc.constantFrom(`scp -t ${KEY}`, "scp -t /tmp", "scp -f /etc/hostname", "scp -pf /tmp /etc/hostname");
  await fc.assert(
    fc.asyncProperty(command, fc.array(part), async (asked, sent) => {
      const { status } = await speak(
        asked,
        sent.filter((one) => one.length > 0),
      );
      expect([0, 1]).toContain(status);
    }),
  );
  expect(contents()).toEqual(before);
});
