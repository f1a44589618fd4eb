import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodedText } from "../../emulator/peer/access/certificates/shown-text.ts";
import { days, seconds } from "../../emulator/world/duration.ts";
import type { Listener } from "../../emulator/world/network.ts";
import { OpensslAuthority, openssl } from "./authority.ts";
import { needs, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("openssl");
needs("curl");

const ADDRESS = loopback(2);
const SERVER = loopback(9);
const ADMIN = { user: "admin" };
const FORM = {
  commonName: "expe1.example.com",
  alternativeNames: `${ADDRESS}, cluster.example.com`,
  keyLength: "2048",
  digest: "SHA-256",
  country: "GB",
  state: "",
  locality: "",
  organization: "Example, Inc.",
  unit: "",
};

let authority: OpensslAuthority;
let peer: RealPeer;

beforeAll(async () => {
  authority = await OpensslAuthority.create();
  peer = await startRealPeer(ADDRESS);
});
afterAll(async () => {
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

/** The status that curl gets, 000 when nobody answers. */
async function curl(path: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run("curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}", ...args, peer.httpsUrl + path]);
  return stdout;
}

const withRoot = (): readonly string[] => ["--cacert", authority.path("ca.pem")];

describe("a certificate for a request of the peer", () => {
  test("openssl verifies the request and signs it; new connections get the certificate at once", async () => {
    const { certificates } = peer.device();
    expect(await certificates.generateRequest(FORM, ADMIN)).toEqual({ ok: true });
    const request = certificates.request ?? "";
    await writeFile(authority.path("request.pem"), request);
    const shown = await openssl("req", "-in", authority.path("request.pem"), "-verify", "-noout", "-text");
    for (const name of ["DNS:expe1.example.com", `IP Address:${ADDRESS}`, "DNS:cluster.example.com"])
      expect(shown).toContain(name);
    const signed = await authority.sign("peer", request);
    expect(await curl("/login/", ...withRoot())).toBe("000");
    const sent = { certificate: Buffer.from(signed), key: new Uint8Array() };
    expect(certificates.upload(sent, ADMIN)).toMatchObject({ ok: true });
    expect(await curl("/login/", ...withRoot())).toBe("200");
    const server = `${ADDRESS}:${new URL(peer.httpsUrl).port}`;
    const seen = await run("openssl", ["s_client", "-connect", server, "-CAfile", authority.path("ca.pem")]);
    expect(seen.stdout).toContain("Verify return code: 0 (ok)");
  });

  test("what the pages show of it is what openssl shows", async () => {
    const theirs = await openssl(
      "x509",
      "-in",
      authority.path("peer.pem"),
      "-noout",
      "-text",
      "-nameopt",
      "RFC2253,sep_comma_plus_space,-dn_rev",
    );
    const words = (text: string): string[] => text.split(/[\s:]+/).filter((word) => word !== "");
    const ours = words(decodedText(await authority.read("peer.pem")));
    const told = new Set(words(theirs).map((word) => word.toLowerCase()));
    expect(ours.filter((word) => !told.has(word.toLowerCase()))).toEqual([]);
  });
});

describe("a server whose certificate is on a revocation list", () => {
  let server: Server;
  let listener: Listener;
  let messages = 0;

  /** What comes of a syslog server that is entered anew: what it hears, or why it hears nothing. */
  const connect = async (): Promise<string> => {
    const { configuration, log } = peer.device();
    const items = { Mode: "ietf_secure", Port: "443", Crlcheck: "On", Address: "" };
    const set = (values: Readonly<Record<string, string>>): void => {
      const changes = Object.entries(values).map(([item, value]) => ({ path: `Remote Syslog 1 ${item}`, value }));
      expect(configuration.set(changes, ADMIN)).toEqual({ ok: true });
    };
    set(items);
    const [before, told] = [messages, failures().length];
    set({ Address: SERVER });
    log.event("tvcs", "System Start");
    await expect.poll(() => messages > before || failures().length > told, { timeout: 60_000 }).toBe(true);
    set({ Address: "" });
    return messages > before ? "connected" : (failures()[0] ?? "");
  };
  const failures = (): readonly string[] =>
    peer
      .device()
      .log.newest(1000)
      .filter((line) => line.includes("Outbound TLS Negotiation Error"));

  beforeAll(async () => {
    await authority.issue("collector", `IP:${SERVER}`);
    const [cert, key] = [await authority.read("collector.pem"), await authority.read("collector.key")];
    server = createServer({ cert, key }, (socket) => socket.on("data", () => messages++).on("error", () => {}));
    server.on("tlsClientError", () => {});
    listener = await peer.world.listeners.listen(
      { address: SERVER, port: 443 },
      (socket) => void server.emit("connection", socket),
    );
    peer.device().certificates.append(Buffer.from(await authority.read("ca.pem")), ADMIN);
  });
  afterAll(() => listener.close());

  test("is refused, and so is one of an issuer without a list or with an old one", async () => {
    const { revocation } = peer.device();
    expect(await connect()).toContain("there is no revocation list of 'CN=Lab Root'");
    revocation.upload(Buffer.from(await authority.revocationList()), ADMIN);
    expect(await connect()).toBe("connected");
    await authority.revoke("collector");
    const revoked = await authority.revocationList();
    await openssl("crl", "-in", authority.path("crl.pem"), "-outform", "DER", "-out", authority.path("crl.der"));
    expect(revocation.upload(await readFile(authority.path("crl.der")), ADMIN)).toMatchObject({ pem: revoked });
    expect(await connect()).toContain("is revoked");
    await peer.world.clock.advance(days(8));
    expect(await connect()).toContain("the revocation list of 'CN=Lab Root' has expired");
    revocation.remove(ADMIN);
  });
});

describe("client certificate-based security, from the next restart on", () => {
  const set = (mode: string): void => {
    const changes = [{ path: "Authentication Certificate Mode", value: mode }];
    expect(peer.device().configuration.set(changes, ADMIN)).toEqual({ ok: true });
  };
  const certified = (name: string): readonly string[] => [
    ...withRoot(),
    "--cert",
    authority.path(`${name}.pem`),
    "--key",
    authority.path(`${name}.key`),
  ];
  const restart = async (): Promise<void> => {
    peer.device().maintenance.request("restart", ADMIN);
    await peer.world.clock.advance(seconds(90));
    await expect.poll(() => peer.up(), { timeout: 60_000 }).toBe(true);
  };

  beforeAll(async () => {
    await authority.issue("admin", "DNS:admin.example.com");
    await authority.issue("nobody", "DNS:nobody.example.com");
  });

  test("Certificate validation serves nobody without a valid certificate", async () => {
    set("Validation");
    expect(await curl("/login/", ...withRoot())).toBe("200");
    await restart();
    expect(await curl("/login/", ...withRoot())).toBe("000");
    expect(await curl("/login/", ...certified("admin"))).toBe("200");
    expect(await curl("/status.xml", ...certified("admin"))).toBe("401");
    expect(await curl("/status.xml", ...certified("admin"), "--user", "admin:TANDBERG")).toBe("200");
    expect(peer.device().log.newest(20).join("\n")).toContain('Detail="no client certificate was presented"');
    peer.device().certificates.resetTrusted(ADMIN);
    expect(await curl("/login/", ...certified("admin"))).toBe("000");
    peer.device().certificates.append(Buffer.from(await authority.read("ca.pem")), ADMIN);
  });

  test("Certificate-based authentication logs in whom the certificate names, and nobody by a password", async () => {
    set("Authentication");
    await restart();
    expect(await curl("/status.xml", ...certified("admin"))).toBe("200");
    expect(await curl("/login/", ...certified("admin"))).toBe("302");
    expect(
      await curl("/overview", "-L", "-c", authority.path("jar"), "-b", authority.path("jar"), ...certified("admin")),
    ).toBe("200");
    expect(await curl("/login/", ...certified("nobody"))).toBe("403");
    expect(await curl("/status.xml", ...certified("nobody"), "--user", "admin:TANDBERG")).toBe("403");
    expect(await curl("/login/", ...withRoot())).toBe("000");
  });

  test("a certificate that is revoked is refused", async () => {
    await authority.revoke("admin");
    peer.device().revocation.upload(Buffer.from(await authority.revocationList(30)), ADMIN);
    expect(await curl("/status.xml", ...certified("admin"))).toBe("000");
    expect(peer.device().log.newest(5).join("\n")).toContain("is revoked");
  });
});
