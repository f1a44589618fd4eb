import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ItemPath } from "../../emulator/model/configuration/index.ts";
import { minutes, seconds } from "../../emulator/world/duration.ts";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("ssh");
needs("sshpass");
needs("curl");

const GUESSER = loopback(66);
const COLLEAGUE = loopback(67);
const ATTEMPTS = 3;

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
  peer.world.clock.setSpeed(0);
});
afterAll(() => peer.stop());

function set(path: ItemPath, value: string): void {
  const result = peer.device().configuration.set([{ path, value }], { user: "admin" });
  if (!result.ok) throw new Error(result.reason);
}

beforeEach(() => {
  // Off and on: nothing of the test before is left.
  set("IntrusionProtection Service Mode", "Off");
  const { configuration } = peer.device();
  const exempted = configuration.rows.itemsOf("IntrusionProtection Exemption", 1);
  configuration.set(
    exempted.map((path) => ({ path, value: null })),
    { user: "admin" },
  );
  for (const word of ["SSHAuthorization", "SSHProtocol", "WebLogin"] as const) {
    set(`IntrusionProtection Category ${word} Mode`, "On");
    set(`IntrusionProtection Category ${word} TriggerLevel`, String(ATTEMPTS));
    set(`IntrusionProtection Category ${word} BlockDuration`, "300");
  }
  set("IntrusionProtection Service Mode", "On");
});

const SSH_OPTIONS = [
  "StrictHostKeyChecking=no",
  "UserKnownHostsFile=/dev/null",
  "PreferredAuthentications=password",
  "NumberOfPasswordPrompts=1",
].flatMap((option) => ["-o", option]);

/** OpenSSH from an address of the machine, with one attempt at the password. */
function ssh(from: string, password: string): Promise<Finished> {
  const to = ["-b", from, "-p", String(peer.sshPort), `admin@${peer.address}`];
  return run("sshpass", ["-p", password, "ssh", ...SSH_OPTIONS, ...to, "xStatus SystemUnit Hardware SerialNumber"]);
}

const curl = (from: string, path: string, ...args: readonly string[]): Promise<Finished> =>
  run("curl", [
    "-sk",
    "-o",
    "/dev/null",
    "-w",
    "%{http_code}",
    "--interface",
    from,
    ...args,
    `${peer.httpsUrl}${path}`,
  ]);

/** curl's exit codes for a connection that nobody answers on: while TLS begins, or without a byte. */
const CUT = [35, 52, 56];

/** All at once: the answer to each wrong password takes two seconds. */
async function guessOverSsh(from: string, times = ATTEMPTS): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => ssh(from, "guess")));
}

async function guessOnThePages(from: string, times = ATTEMPTS): Promise<void> {
  const form = ["--data", "username=admin&password=guess&submitbutton=Login"];
  for (let time = 0; time < times; time++) expect((await curl(from, "/login", ...form)).stdout).toBe("200");
}

/** What a peer says to bytes that are no SSH, until it closes. */
function speakNonsense(from: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: peer.address, port: peer.sshPort, localAddress: from });
    socket.on("error", () => {});
    socket.on("close", () => resolve());
    socket.resume();
    socket.end("GET / HTTP/1.0\r\n\r\n");
  });
}

const blocked = () => peer.device().protection.blocked();

describe("OpenSSH", () => {
  test("is cut off after wrong passwords, and only from that address, until the block is over", async () => {
    await guessOverSsh(GUESSER, ATTEMPTS - 1);
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(0);
    await guessOverSsh(GUESSER, 1);
    expect(blocked()).toMatchObject([{ address: GUESSER, category: { name: "ssh-auth" } }]);
    const refused = await ssh(GUESSER, "TANDBERG");
    expect(refused.code).toBe(255);
    expect(refused.stderr).toMatch(/Connection (closed|reset)/);
    expect((await ssh(COLLEAGUE, "TANDBERG")).stdout).toContain("0A1B2C3D");
    expect((await curl(GUESSER, "/status.xml", "--user", "admin:TANDBERG")).stdout).toBe("200");

    await peer.world.clock.advance(seconds(299));
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(255);
    await peer.world.clock.advance(seconds(1));
    expect((await ssh(GUESSER, "TANDBERG")).stdout).toContain("0A1B2C3D");
  });

  test("that begins too few times within the window gets in", async () => {
    for (let time = 0; time < ATTEMPTS; time++) {
      await guessOverSsh(GUESSER, 1);
      await peer.world.clock.advance(minutes(6));
    }
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(0);
  });

  test("from an exempted address is never blocked", async () => {
    set("IntrusionProtection Exemption 1 Address", loopback(64));
    set("IntrusionProtection Exemption 1 PrefixLength", "30");
    await guessOverSsh(GUESSER, 2 * ATTEMPTS);
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(0);
    await guessOverSsh(loopback(68));
    expect((await ssh(loopback(68), "TANDBERG")).code).toBe(255);
  });

  test("is cut off after bytes that are no SSH", async () => {
    for (let time = 0; time < ATTEMPTS; time++) await speakNonsense(GUESSER);
    await expect.poll(blocked).toMatchObject([{ address: GUESSER, category: { name: "ssh-intrusion" } }]);
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(255);
    expect((await ssh(COLLEAGUE, "TANDBERG")).code).toBe(0);
  });
});

describe("curl", () => {
  const asAdmin = ["--user", "admin:TANDBERG"];

  test.each([
    ["the log-in page", guessOnThePages],
    ["the password of XML and REST", guessWithBasic],
  ])("is cut off from pages, XML and REST after wrong passwords: %s", async (_, guess) => {
    await guess(GUESSER);
    for (const path of ["/login", "/status.xml", "/api/management/status/alarm"])
      expect(CUT).toContain((await curl(GUESSER, path, ...asAdmin)).code);
    expect((await curl(COLLEAGUE, "/status.xml", ...asAdmin)).stdout).toBe("200");
    expect((await ssh(GUESSER, "TANDBERG")).code).toBe(0);
    await peer.world.clock.advance(minutes(5));
    expect((await curl(GUESSER, "/status.xml", ...asAdmin)).stdout).toBe("200");
  });

  test("is cut off from the way from HTTP to HTTPS as well", async () => {
    await guessOnThePages(GUESSER);
    const http = `http://${peer.address}:${peer.sshPort - 22 + 80}/`;
    const from = (address: string) => run("curl", ["-s", "-o", "/dev/null", "--interface", address, http]);
    expect(CUT).toContain((await from(GUESSER)).code);
    expect((await from(COLLEAGUE)).code).toBe(0);
  });

  test("keeps a connection that was there before the block", async () => {
    // Four requests in one call go over one connection; the block comes with the third.
    const urls = Array.from({ length: ATTEMPTS + 1 }, () => ["-o", "/dev/null", `${peer.httpsUrl}/status.xml`]).flat();
    const who = ["--interface", GUESSER, "--user", "admin:guess"];
    const { stdout, code } = await run("curl", ["-sk", "-w", "%{http_code} ", ...who, ...urls]);
    expect([code, stdout]).toEqual([0, "401 401 401 401 "]);
    expect(blocked()).toMatchObject([{ address: GUESSER, category: { name: "web-auth" } }]);
    expect(CUT).toContain((await curl(GUESSER, "/status.xml", ...asAdmin)).code);
  });

  test("without the service is never cut off", async () => {
    set("IntrusionProtection Service Mode", "Off");
    await guessWithBasic(GUESSER, ATTEMPTS + 2);
    expect((await curl(GUESSER, "/status.xml", ...asAdmin)).stdout).toBe("200");
  });

  async function guessWithBasic(from: string, times = ATTEMPTS): Promise<void> {
    for (let time = 0; time < times; time++)
      expect((await curl(from, "/getxml?location=/Status/SystemUnit", "--user", "admin:guess")).stdout).toBe("401");
  }
});
