import { Agent, get } from "node:https";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seconds } from "../../emulator/world/duration.ts";
import { addRule, putInForce } from "../emulator/peer/access/firewall/rules.ts";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("ssh");
needs("sshpass");
needs("curl");

const SHUT_OUT = loopback(66);
const LET_IN = loopback(130);
/** Of the addresses below 128. */
const NETWORK = { Address: loopback(0), PrefixLength: "25" };

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
  peer.world.clock.setSpeed(0);
});
afterAll(() => peer.stop());

beforeEach(() => {
  const { configuration, firewall } = peer.device();
  const paths = configuration.rows
    .of("Firewall Rule")
    .flatMap((row) => configuration.rows.itemsOf("Firewall Rule", row));
  configuration.set(
    paths.map((path) => ({ path, value: null })),
    { user: "admin" },
  );
  putInForce(peer.device());
  expect(firewall.inForce).toEqual([]);
});

const ssh = (from: string): Promise<Finished> =>
  run(
    "sshpass",
    "-p TANDBERG ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o ConnectTimeout=2"
      .split(" ")
      .concat(
        "-b",
        from,
        "-p",
        String(peer.sshPort),
        `admin@${peer.address}`,
        "xStatus SystemUnit Hardware SerialNumber",
      ),
  );

const curl = (from: string, patience: number, url = `${peer.httpsUrl}/login`): Promise<Finished> =>
  run(
    "curl",
    "-sSk -o /dev/null -w %{http_code}".split(" ").concat("--interface", from, "--max-time", String(patience), url),
  );

/** curl: nothing came in time. */
const TIMED_OUT = 28;
/** curl: the connection was reset, as it was made or while something was awaited. */
const RESET = [7, 35, 56];

describe("a rule about HTTPS", () => {
  test("G14.6 that drops leaves curl without an answer, from its range of addresses only", async () => {
    await addRule(peer.device(), { ...NETWORK, Service: "HTTPS" });
    putInForce(peer.device());
    const [shutOut, letIn, shell] = await Promise.all([curl(SHUT_OUT, 2), curl(LET_IN, 20), ssh(SHUT_OUT)]);
    expect([shutOut.code, letIn.stdout]).toEqual([TIMED_OUT, "200"]);
    expect(shell.stdout).toContain("0A1B2C3D");
  });

  test("that rejects ends curl's connection at once", async () => {
    await addRule(peer.device(), { ...NETWORK, Service: "HTTPS", Action: "Reject" });
    putInForce(peer.device());
    expect(RESET).toContain((await curl(SHUT_OUT, 20)).code);
    expect((await curl(LET_IN, 20)).stdout).toBe("200");
  });

  test("on trial goes away by itself, and who has waited since gets through", async () => {
    await addRule(peer.device(), { ...NETWORK, Service: "HTTPS" });
    expect(peer.device().firewall.activate().ok).toBe(true);
    expect((await curl(SHUT_OUT, 1)).code).toBe(TIMED_OUT);
    const waiting = curl(SHUT_OUT, 20);
    await peer.world.clock.advance(seconds(14));
    expect((await curl(SHUT_OUT, 1)).code).toBe(TIMED_OUT);
    await peer.world.clock.advance(seconds(1));
    expect((await waiting).stdout).toBe("200");
    expect((await curl(SHUT_OUT, 20)).stdout).toBe("200");
  });

  test("does not cut a connection that stands", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: SHUT_OUT, rejectUnauthorized: false });
    const ask = (): Promise<[number | undefined, boolean]> =>
      new Promise((resolve, reject) => {
        const request = get(`${peer.httpsUrl}/login`, { agent }, (response) => {
          response.resume().on("end", () => resolve([response.statusCode, request.reusedSocket]));
        });
        request.on("error", reject);
      });
    expect(await ask()).toEqual([200, false]);
    await addRule(peer.device(), { ...NETWORK, Service: "HTTPS" });
    putInForce(peer.device());
    expect((await curl(SHUT_OUT, 1)).code).toBe(TIMED_OUT);
    expect(await ask()).toEqual([200, true]);
    agent.destroy();
  });
});

describe("a rule about SSH", () => {
  test("that drops leaves OpenSSH without an answer", async () => {
    await addRule(peer.device(), { ...NETWORK, Service: "SSH" });
    putInForce(peer.device());
    const [shutOut, letIn] = await Promise.all([ssh(SHUT_OUT), ssh(LET_IN)]);
    expect([shutOut.code, shutOut.stderr]).toEqual([255, expect.stringMatching(/timed out/)]);
    expect(letIn.stdout).toContain("0A1B2C3D");
  });

  test("that rejects resets OpenSSH, until it is deleted", async () => {
    await addRule(peer.device(), { ...NETWORK, Service: "SSH", Action: "Reject" });
    putInForce(peer.device());
    const { code, stderr } = await ssh(SHUT_OUT);
    expect([code, stderr]).toEqual([255, expect.stringMatching(/reset|refused/)]);
    expect(peer.device().configuration.rows.of("Firewall Rule")).toEqual([1]);
    await addRule(peer.device(), {
      Priority: "1",
      Address: SHUT_OUT,
      PrefixLength: "32",
      Service: "SSH",
      Action: "Allow",
    });
    putInForce(peer.device());
    expect((await ssh(SHUT_OUT)).stdout).toContain("0A1B2C3D");
  });
});

test("a rule about HTTP shuts the way from HTTP to HTTPS", async () => {
  const http = `http://${peer.address}:${peer.sshPort - 22 + 80}/`;
  await addRule(peer.device(), { ...NETWORK, Service: "HTTP", Action: "Reject" });
  putInForce(peer.device());
  expect(RESET).toContain((await curl(SHUT_OUT, 20, http)).code);
  expect((await curl(LET_IN, 20, http)).stdout).toBe("301");
});
