import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("ssh");
needs("sshpass");
needs("tmux");

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
});
afterAll(() => peer.stop());

const options = [
  ["StrictHostKeyChecking", "no"],
  ["UserKnownHostsFile", "/dev/null"],
  ["LogLevel", "ERROR"],
].flatMap(([name, value]) => ["-o", `${name}=${value}`]);

/** The words of a call of OpenSSH with a password given by another program. */
function sshWords(user: string, more: readonly string[], password = "TANDBERG"): [program: string, ...args: string[]] {
  const switches = more.filter((word) => word.startsWith("-"));
  const command = more.filter((word) => !word.startsWith("-"));
  const target = `${user}@${peer.address}`;
  return ["sshpass", "-p", password, "ssh", "-p", String(peer.sshPort), ...options, ...switches, target, ...command];
}

function ssh(user: string, more: readonly string[], input?: string): Promise<Finished> {
  const [program, ...args] = sshWords(user, more);
  return run(program, args, input);
}

describe("one command", () => {
  test("is answered, without a greeting, with the status of its success", async () => {
    const { stdout, code } = await ssh("admin", ["xStatus SystemUnit Hardware SerialNumber"]);
    expect(stdout.split("\r\n")).toEqual([
      "*s SystemUnit:",
      "     Hardware:",
      '       SerialNumber: "0A1B2C3D"',
      "*s/end",
      "",
      "OK",
      "",
    ]);
    expect(code).toBe(0);
  });

  test("that is refused ends with ERROR and another status", async () => {
    const { stdout, code } = await ssh("admin", ["xConfiguration Alternates ConfigurationPrimary: 7"]);
    expect(stdout).toMatch(/"7" is not allowed: a whole number from 1 to 6\r\n\r\nERROR\r\n$/);
    expect(code).toBe(1);
  });
});

describe("commands from a pipe", () => {
  test.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
  ])("with %s, and empty lines between them", async (_, end) => {
    const { stdout, code } = await ssh(
      "admin",
      ["-T"],
      ["", "xstat calls", "", 'xconf sys name: "piped"', "xconf sys name", "exit", ""].join(end),
    );
    expect(stdout).toContain("TANDBERG Video Communication Server X8.1\r\n");
    expect(stdout).toMatch(
      /OK\r\n\*s Calls: \/\r\n\*s\/end\r\n\r\nOK\r\n\r\nOK\r\n\*c xConfiguration SystemUnit Name: "piped"\r\n\r\nOK\r\nBye!\r\n$/,
    );
    expect(code).toBe(0);
  });

  test("end with the input, a last line without an end included", async () => {
    const { stdout } = await ssh("admin", ["-T"], "xstat calls");
    expect(stdout).toMatch(/\*s\/end\r\n\r\nOK\r\n$/);
  });

  test("reach the command shell through that of root", async () => {
    const piped = await ssh("root", ["tsh"], "xstat calls\n");
    expect(piped.stdout).toBe("*s Calls: /\r\n*s/end\r\n\r\nOK\r\n");
    const echoed = await ssh("root", ["echo 'xstat calls' | tsh"]);
    expect(echoed.stdout.split(/\r?\n/)).toEqual(["*s Calls: /", "*s/end", "", "OK", ""]);
    expect(await ssh("root", ["cat /etc/passwd"])).toMatchObject({
      stdout: "cat: can't open '/etc/passwd': No such file or directory\n",
      code: 1,
    });
    expect(await ssh("root", ["tail -n 3 /mnt/harddisk/log/eventlog | grep -c ."])).toMatchObject({
      stdout: "3\n",
      code: 0,
    });
    expect((await ssh("root", ["-T"], "cd /tandberg\npwd\nls -l ..\n")).stdout).toMatch(
      /^\/tandberg\n(?:drwxr-xr-x +1 root +root +4096 \w{3} [ \d]\d \d\d:\d\d \w+\n){5}$/,
    );
  });
});

test("a wrong password does not get in", async () => {
  const [program, ...args] = sshWords("admin", ["-oNumberOfPasswordPrompts=1", "xstatus"], "wrong");
  const refused = await run(program, args);
  expect(refused.stdout).toBe("");
  expect(refused.code).not.toBe(0);
});

test("keys are exchanged again in the middle of a long session", async () => {
  const lines = Array.from({ length: 40 }, () => "xConfiguration");
  const { stdout } = await ssh(
    "admin",
    ["-T", "-oRekeyLimit=64K", "-oServerAliveInterval=1"],
    [...lines, "exit", ""].join("\n"),
  );
  expect(stdout.match(/^OK\r$/gm)).toHaveLength(41);
  expect(stdout).toMatch(/Bye!\r\n$/);
});

test("several commands go over one connection", async () => {
  const control = `/tmp/xtwin-ssh-${process.pid}`;
  const share = [`-oControlPath=${control}`, "-oControlMaster=auto", "-oControlPersist=20"];
  await ssh("admin", [...share, "xstat calls"]);
  const answers = await Promise.all(Array.from({ length: 8 }, () => ssh("admin", [...share, "xstat calls"])));
  expect(answers.map(({ stdout }) => stdout)).toEqual(answers.map(() => "*s Calls: /\r\n*s/end\r\n\r\nOK\r\n"));
  expect((await ssh("admin", [...share, "-Oexit"])).code).toBe(0);
});

describe("at a terminal", () => {
  const name = `xtwin-${process.pid}`;
  const tmux = (...args: string[]): Promise<Finished> => run("tmux", ["-L", name, ...args]);
  const screen = async (): Promise<string> => (await tmux("capture-pane", "-p", "-t", name)).stdout.trimEnd();

  async function shows(wanted: RegExp): Promise<string> {
    await expect.poll(screen, { timeout: 60_000 }).toMatch(wanted);
    return screen();
  }

  afterAll(() => tmux("kill-server"));

  test("a person types, corrects, completes, recalls, gives up and leaves", async () => {
    const command = sshWords("admin", []).join(" ");
    await tmux("new-session", "-d", "-s", name, "-x", "100", "-y", "40", `${command}; sleep 60`);
    await shows(/^TANDBERG Video Communication Server X8\.1$/m);
    const keys = (...pressed: string[]): Promise<Finished> => tmux("send-keys", "-t", name, ...pressed);

    await keys("xstta", "BSpace", "BSpace", "at calls", "Enter");
    expect(await shows(/^OK$[\s\S]*^\*s\/end$/m)).toMatch(/^xstat calls\n\*s Calls: \/\n\*s\/end\n\nOK$/m);
    await keys("clear-me", "C-c", "xconf", "Tab", "alt", "Tab", "cl", "Tab", "n", "Tab", "?", "Enter");
    const helped = await shows(/Default: ""\.\n\nOK$/);
    expect(helped).toMatch(
      /^clear-me\^C\nxConfiguration Alternates Cluster Name: \?\n\*h xConfiguration Alternates Cluster Name: </m,
    );
    await keys("Up", "Up", "C-u", "?", "Enter");
    await shows(/^- Commands -\n\nxStatus +Shows the present state\.$/m);
    await tmux("resize-window", "-t", name, "-x", "60");
    await keys("C-d");
    await shows(/^Bye!$/m);
  });
});

test("a restart answers before it happens", async () => {
  const { stdout, code } = await ssh("admin", ["xCommand Restart"]);
  expect(stdout).toBe("*r Result (status=OK):\r\n*r/end\r\n\r\nOK\r\n");
  expect(code).toBe(0);
  expect(peer.log.errors).toEqual([]);
});
