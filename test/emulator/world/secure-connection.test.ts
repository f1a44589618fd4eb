import { createServer, type Server } from "node:tls";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../../../emulator/peer/access/certificates/self-signed.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { secure } from "../../../emulator/world/secure-connection.ts";
import { createRealWorld } from "../../../emulator/world/world.ts";
import { loopback } from "../../loopback.ts";

const HERE = loopback(1);
const SERVER = loopback(2);

const identity = selfSignedCertificate({
  subject: "collector.example.com",
  address: SERVER,
  serialNumber: new Uint8Array(15).fill(1),
  now: Date.now(),
});
const world = createRealWorld({ log: new MemoryLog() });
let server: Server;

beforeAll(async () => {
  server = createServer({ cert: identity.certificate, key: identity.key });
  server.on("tlsClientError", () => {});
  server.listen(0, SERVER);
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  world.stop();
});

/** What becomes of a connection that says something and ends. */
async function speak(trusted: string, name: string, port = (server.address() as AddressInfo).port): Promise<string> {
  try {
    const secured = await secure(world.network.connect(HERE, { address: SERVER, port }), { trusted, name });
    secured.send(Buffer.from("words"));
    secured.close();
    return "opened";
  } catch (error) {
    return String(error);
  }
}

describe("TLS over a connection", () => {
  test.each([SERVER, "collector.example.com"])("opens to a server that is trusted, as %s", async (name) => {
    const heard = new Promise<string>((resolve) => {
      server.once("secureConnection", (socket) => socket.once("data", (data: Buffer) => resolve(data.toString())));
    });
    expect(await speak(identity.certificate, name)).toBe("opened");
    expect(await heard).toBe("words");
  });

  test.each([
    ["nobody is trusted", "", SERVER, "self-signed certificate"],
    [
      "the certificate is for another",
      identity.certificate,
      loopback(3),
      `IP: ${loopback(3)} is not in the cert's list`,
    ],
  ])("does not open when %s", async (_, trusted, name, reason) => {
    expect(await speak(trusted, name)).toContain(reason);
  });

  test("says that there is no connection when nobody is there", async () => {
    expect(await speak("", SERVER, 9)).toContain("the connection ended");
  });
});
