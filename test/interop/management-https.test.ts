import { createServer, type Server } from "node:https";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../../emulator/peer/access/certificates/self-signed.ts";
import { makeOptionKey } from "../../emulator/peer/calls/licensing/option-key.ts";
import { AdminShell } from "../../emulator/surfaces/shell/admin-shell.ts";
import type { Listener } from "../../emulator/world/network.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

const ADDRESS = loopback(1);
const MANAGER = loopback(2);
const URL = `https://${MANAGER}/feedback`;
const VERIFICATION = "ExternalManager Server Certificate Verification Mode";

const certify = (subject: string, address: string) =>
  selfSignedCertificate({ subject, address, serialNumber: Buffer.alloc(15, 7), now: Date.now() });
const identity = certify("manager.example.com", MANAGER);
const stranger = certify("stranger.example.com", MANAGER);

let peer: RealPeer;
let server: Server;
let listener: Listener;
const posts: string[] = [];

beforeEach(async () => {
  posts.length = 0;
  const keys = ["R50", "P"].map((option, place) => ({
    path: `Option ${place + 1} Key`,
    value: makeOptionKey(option, "0A1B2C3D") ?? "",
  }));
  peer = await startRealPeer(ADDRESS, keys);
  server = createServer({ cert: identity.certificate, key: identity.key }, (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      posts.push(`${request.method} ${request.url} ${body.trim()}`);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ licenses: 7, systems: {} }));
    });
  });
  listener = await peer.world.listeners.listen({ address: MANAGER, port: 443 }, (socket) =>
    server.emit("connection", socket),
  );
});

afterEach(async () => {
  server.closeAllConnections();
  listener.close();
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

const set = (path: string, value: string): void => {
  expect(peer.device().configuration.set([{ path, value }], { user: "admin" })).toEqual({ ok: true });
};
const trust = (pem: string): void => {
  expect(peer.device().certificates.write("trusted", pem).ok).toBe(true);
};
const register = async (): Promise<void> => {
  const shell = new AdminShell(peer.device(), { user: "admin" });
  const answer = await shell.run(`xCommand FeedbackRegister URL: "${URL}" Expression.1: "Event/RegistrationFailure"`);
  expect(answer.status).toBe(0);
};
const refuse = (alias: string): void => {
  peer.device().registrations.register({ alias, protocol: "SIP", address: "203.0.113.5" });
};
const failures = (): readonly string[] =>
  peer
    .device()
    .log.newest(20)
    .filter((line) => line.includes("External Server Communications Failure"));

describe("feedback to an HTTPS URL", () => {
  test("is posted to a server whose certificate the CA certificates of the peer vouch for", async () => {
    trust(identity.certificate);
    await register();
    refuse("first");
    refuse("second");
    await expect.poll(() => posts.length).toBe(2);
    expect(posts[0]).toMatch(/^POST \/feedback <\?xml[^]*first/);
    expect(posts[1]).toMatch(/^POST \/feedback <\?xml[^]*second/);
  });

  test("is posted to anybody while certificates are not verified", async () => {
    set(VERIFICATION, "Off");
    await register();
    refuse("room");
    await expect.poll(() => posts.length).toBe(1);
  });

  test.each([
    ["no authority is trusted", undefined, "self-signed certificate"],
    ["another one is", stranger.certificate, "self-signed certificate"],
  ])("is not posted where %s", async (_, trusted, why) => {
    if (trusted) trust(trusted);
    await register();
    refuse("room");
    const reported = async (): Promise<readonly string[]> => {
      await peer.world.clock.advance(1000);
      return failures();
    };
    // Three attempts, ten seconds apart.
    await expect
      .poll(reported, { timeout: 60_000 })
      .toEqual([expect.stringContaining(`${URL}: no secure connection: ${why}`)]);
    expect(posts).toEqual([]);
  });
});

test("a TMS is asked over HTTPS", async () => {
  trust(identity.certificate);
  set("ExternalManager Protocol", "HTTPS");
  set("ExternalManager Address", MANAGER);
  await expect
    .poll(() => peer.device().status.values("ExternalManager"))
    .toMatchObject({ Status: "Active", Protocol: "HTTPS", URL: `https://${MANAGER}/` });
  expect(posts).toEqual(['PUT /tms/provisioning/systems/0A1B2C3D {"devices":0}']);
  trust(stranger.certificate);
  await peer.world.clock.advance(60_000);
  await expect
    .poll(() => peer.device().status.values("ExternalManager"))
    .toMatchObject({ Status: "Failed", Cause: "no secure connection: self-signed certificate" });
});
