import { afterAll, beforeAll, expect, it } from "vitest";
import { HttpsClient } from "../../../emulator/world/https-client.ts";
import { NoAnswer } from "../../../emulator/world/no-answer.ts";
import { SshClient } from "../../../emulator/world/ssh-client.ts";
import { startRealPeer, type RealPeer } from "../../interop/real-peer.ts";
import { loopback } from "../../loopback.ts";

const ADDRESS = loopback(1);
let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(ADDRESS);
});

afterAll(async () => {
  await peer.stop();
  expect(peer.log.errors).toEqual([]);
});

const httpsPort = (): number => Number(new URL(peer.httpsUrl).port);

it("HTTPS: an answer of any status is an answer", async () => {
  const client = new HttpsClient({ address: ADDRESS, port: httpsPort() });
  const authorization = `Basic ${Buffer.from("admin:TANDBERG").toString("base64")}`;
  expect(await client.send({ method: "GET", path: "/status.xml" })).toMatchObject({ status: 401 });
  const { status, body } = await client.send({ method: "GET", path: "/status.xml", headers: { authorization } });
  expect([status, body.includes("<Status ")]).toEqual([200, true]);
  client.close();
});

it("SSH: text and exit status of a command, and what it reads", async () => {
  const client = await SshClient.connect(
    { address: ADDRESS, port: peer.sshPort },
    { username: "root", password: "TANDBERG" },
  );
  expect(await client.run("echo hello")).toEqual({ text: "hello\n", status: 0 });
  expect(await client.run("nonsense")).toMatchObject({ status: 127 });
  expect((await client.run("tsh", "xConfiguration H323 Mode\nexit\n")).text).toContain(
    "*c xConfiguration H323 Mode: On",
  );
  client.close();
});

it("whoever is not there, or lets nobody in, gives no answer", async () => {
  const nobody = new HttpsClient({ address: ADDRESS, port: 9 });
  await expect(nobody.send({ method: "GET", path: "/" })).rejects.toThrow(NoAnswer);
  const server = { address: ADDRESS, port: peer.sshPort };
  await expect(SshClient.connect(server, { username: "root", password: "wrong" })).rejects.toThrow(NoAnswer);
  await expect(SshClient.connect({ ...server, port: 9 }, { username: "a", password: "b" })).rejects.toThrow(NoAnswer);
});
