import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { startRealPeer, type RealPeer } from "../../../interop/real-peer.ts";
import { loopback } from "../../../loopback.ts";
import { heard, SshClient } from "./ssh-client.ts";

let peer: RealPeer;
const clients: SshClient[] = [];

beforeAll(async () => {
  peer = await startRealPeer(loopback(101));
  // A wrong password is answered after a while, and most tests here give some.
  peer.world.clock.setSpeed(50);
});
afterAll(() => peer.stop());
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
  expect(peer.log.errors).toEqual([]);
});

async function connect(how: Parameters<typeof SshClient.connect>[1] = {}): Promise<SshClient> {
  const client = await SshClient.connect(peer, how);
  clients.push(client);
  return client;
}

const events = (): string[] =>
  peer
    .device()
    .log.newest(20)
    .flatMap((line) => / ssh: Event="([^"]*)"/.exec(line)?.[1] ?? []);

describe("whom it lets in", () => {
  test("by password and by question and answer", async () => {
    expect((await (await connect()).exec("xstat calls")).code).toBe(0);
    expect((await (await connect({ tryKeyboard: true })).exec("xstat calls")).code).toBe(0);
  });

  test("and logs who came, who went, and who did not get in", async () => {
    const client = await connect();
    expect(events()[0]).toBe("Admin Session Start");
    const gone = client.closed();
    client.end();
    await gone;
    await expect.poll(() => events()[0]).toBe("Admin Session Finish");
    await expect(connect({ password: "wrong" })).rejects.toThrow(/authentication/);
    expect(events()[0]).toBe("Admin Session Login Failure");
    expect(peer.device().log.newest(1)[0]).toMatch(/User="admin" Src-ip="127\.0\.\d+\.\d+" Src-port="\d+"/);
  });

  test.each(["operator", "", "nobody", "__proto__"])("nobody called %j", async (username) => {
    await expect(connect({ username })).rejects.toThrow(/./);
  });
});

describe("sessions of administrators", () => {
  const sessions = () => peer.device().sessions.all();

  test("are listed while they last, and can be terminated", async () => {
    const client = await connect();
    expect(sessions()).toMatchObject([{ user: "admin", type: "CLI", source: { address: expect.any(String) } }]);
    const gone = client.closed();
    sessions()[0]?.terminate("somebody");
    await gone;
    expect(sessions()).toEqual([]);
    await expect.poll(() => events()[0]).toBe("Admin Session Finish");
    expect(peer.device().log.newest(1)[0]).toContain('Detail="Terminated by somebody"');
  });

  test("are refused beyond the limit, but not to root", async () => {
    const limit = (value: string) =>
      peer.device().configuration.set([{ path: "Management Session MaxConcurrentSessionsUser", value }], ADMIN);
    limit("1");
    await connect();
    await expect(connect()).rejects.toThrow(/authentication/);
    await connect({ username: "root" });
    await connect({ username: "root" });
    limit("0");
  });

  test("of other accounts are not to be had by SSH", async () => {
    peer.device().accounts.add({ Name: "eve", Password: "TANDBERG" }, ADMIN);
    await expect(connect({ username: "eve" })).rejects.toThrow(/authentication/);
    peer.device().accounts.remove(["eve"], ADMIN);
  });
});

test("six wrong passwords end a connection", async () => {
  const failures = (): number =>
    peer
      .device()
      .log.newest(1000)
      .filter((line) => line.includes("Admin Session Login Failure")).length;
  const before = failures();
  const authHandler = Array.from({ length: 9 }, (_, guess) => ({
    type: "password" as const,
    username: "admin",
    password: `guess ${guess}`,
  }));
  // Whoever guesses waits two seconds after each.
  const from = peer.world.clock.now();
  await expect(connect({ authHandler })).rejects.toThrow(/closed/);
  expect(peer.world.clock.now() - from).toBeGreaterThan(seconds(12));
  await expect.poll(() => failures() - before).toBe(6);
});

test("fifty connections at once are all answered", async () => {
  const fifty = await Promise.all(Array.from({ length: 50 }, () => connect()));
  const answers = await Promise.all(fifty.map((client) => client.exec("xstatus systemunit")));
  expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 50 }, () => 0));
  expect(new Set(answers.map(({ text }) => text.split("\r\n").length)).size).toBe(1);
});

describe("channels", () => {
  test("many commands go at once over one connection", async () => {
    const client = await connect();
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.exec("xconfiguration alternates")));
    for (const { text, code } of answers) {
      expect(text).toMatch(/Alternates Peer 6 Address: ""\r\n\r\nOK\r\n$/);
      expect(code).toBe(0);
    }
  });

  test("a command may be several lines, and the last one counts", async () => {
    const client = await connect();
    const { text, code } = await client.exec("xstat nowhere\nxstat calls");
    expect(text).toMatch(/\r\n\r\nERROR\r\n\*s Calls: \/\r\n\*s\/end\r\n\r\nOK\r\n$/);
    expect(code).toBe(0);
  });

  test("an empty line counts for nothing, and one without end is refused", async () => {
    const client = await connect();
    expect(await client.exec("nonsense\n\n")).toMatchObject({ code: 1 });
    const channel = await client.shell(false);
    const said = heard(channel);
    channel.write(`xstatus ${"x".repeat(100_000)}\nexit\n`);
    expect((await said).text).toMatch(/OK\r\nA line has at most 16384 characters\r\n\r\nERROR\r\nBye!\r\n$/);
  });

  test("a terminal shows what is typed, in the order of the answers", async () => {
    const channel = await (await connect()).shell(true);
    const said = heard(channel);
    channel.setWindow(50, 132, 0, 0);
    channel.write("xstat calls\rexit\r");
    const { text, code } = await said;
    expect(text).toMatch(/OK\r\nxstat calls\r\n\*s Calls: \/\r\n\*s\/end\r\n\r\nOK\r\nexit\r\nBye!\r\n$/);
    expect(code).toBe(0);
  });

  test("a terminal shows nothing of what is typed after echo off", async () => {
    const channel = await (await connect()).shell(true);
    const said = heard(channel);
    channel.write("echo off\rxstat calls\recho on\rexit\r");
    const { text } = await said;
    expect(text).toMatch(
      /OK\r\necho off\r\n\r\nOK\r\n\*s Calls: \/\r\n\*s\/end\r\n\r\nOK\r\n\r\nOK\r\nexit\r\nBye!\r\n$/,
    );
  });

  test("root has a prompt, and the command shell on top", async () => {
    const channel = await (await connect({ username: "root" })).shell(true);
    const said = heard(channel);
    channel.write("hostname\rtsh\rexit\rexit\r");
    const { text } = await said;
    expect(text).toMatch(
      /^~ # hostname\r\nTANDBERG\r\n~ # tsh\r\nTANDBERG Video .*\r\nOK\r\nexit\r\nBye!\r\n~ # exit\r\n$/s,
    );
  });

  test("file transfer is refused and counted", async () => {
    expect(await (await connect()).sftp()).toBeInstanceOf(Error);
    expect(peer.device().unimplemented.counts().get("SSH subsystem sftp")).toBe(1);
  });

  test("a client that vanishes in the middle of an answer does no harm", async () => {
    const client = await connect();
    const channel = await client.shell(false);
    channel.write("xconfiguration ??\n".repeat(200));
    client.vanish();
    expect((await (await connect()).exec("xstat calls")).code).toBe(0);
  });

  test("a client that does not read is waited for, and the others are not", async () => {
    const channel = await (await connect()).shell(false);
    channel.pause();
    channel.write("xconfiguration ??\n".repeat(200));
    expect((await (await connect()).exec("xstat calls")).code).toBe(0);
    const said = heard(channel);
    channel.resume();
    channel.write("exit\n");
    expect((await said).text.match(/^OK\r$/gm)).toHaveLength(201);
  });
});

test("a client that does not read loses its feedback, and is told so", async () => {
  const channel = await (await connect()).shell(false);
  const alias = "x".repeat(10_000);
  const said = heard(channel);
  let seen = "";
  channel.on("data", (text: string) => (seen += text));
  channel.write("xFeedback register Event/RegistrationFailure\n");
  await expect.poll(() => seen).toMatch(/OK\r\n\r\nOK\r\n$/);
  // All of it in one turn, in which nobody reads.
  for (let sent = 0; sent < 500; sent++) {
    peer.device().registrations.register({ alias, protocol: "SIP", address: "203.0.113.5" });
  }
  channel.write("xFeedback list\nexit\n");
  const { text } = await said;
  expect(text).toMatch(/\*e\/end\r\nFeedback ends: more than 1048576 bytes have not been read\r\n\r\nOK\r\nBye!\r\n$/);
  expect(text.match(/^\*e\/end\r$/gm)?.length).toBeLessThan(500);
});

test("who does nothing is logged out", async () => {
  const set = (value: string): unknown =>
    peer.device().configuration.set([{ path: "Management Session InactivityTimeout", value }], ADMIN);
  set("5");
  const channel = await (await connect()).shell(true);
  const said = heard(channel);
  await expect.poll(() => peer.world.clock.timers().map(({ name }) => name)).toContain("SSH inactivity timeout");
  await peer.world.clock.advance(minutes(4));
  expect(channel.writable).toBe(true);
  await peer.world.clock.advance(minutes(2));
  expect((await said).text).toMatch(/OK\r\n$/);
  set("0");
  await (await connect()).shell(true);
  expect(peer.world.clock.timers().map(({ name }) => name)).not.toContain("SSH inactivity timeout");
});

test("a peer whose SSH service is off does not listen", async () => {
  const quiet = await startRealPeer(loopback(102), [{ path: "Administration SSH Mode", value: "Off" }]);
  await expect(SshClient.connect(quiet)).rejects.toThrow(/ECONNREFUSED/);
  await quiet.stop();
});

test("a restart answers first, then ends every session", async () => {
  const restarting = await startRealPeer(loopback(103));
  const watching = await SshClient.connect(restarting);
  const cut = watching.closed();
  const { text, code } = await (await SshClient.connect(restarting)).exec("xcommand restart");
  expect(text).toBe("*r Result (status=OK):\r\n*r/end\r\n\r\nOK\r\n");
  expect(code).toBe(0);
  await cut;
  expect(restarting.log.errors).toEqual([]);
  await restarting.stop();
});
