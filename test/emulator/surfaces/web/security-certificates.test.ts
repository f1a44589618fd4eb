import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, seconds } from "../../../../emulator/world/duration.ts";
import { encodeHttp } from "../../../../protocol/http/message.ts";
import { readPem } from "../../../../protocol/x509/pem.ts";
import { TestAuthority } from "../../peer/access/certificates/authority.ts";
import { barOf, formIdOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const from = Date.UTC(2013, 11, 1);
const to = Date.UTC(2014, 11, 1);
const root = new TestAuthority("Root", { from, to });
const server = root.issue("vcs.example.com");

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const text = (html: string): string => html.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
const file = (content: string | Uint8Array, name = "file.pem") => ({ name, bytes: Buffer.from(content) });
const events = (): readonly string[] =>
  web.device.log.newest(50).filter((line) => line.includes('Event="Certificate Management"'));
const alarms = (): readonly number[] => web.device.alarms.standing().map(({ type }) => type.id);

/** The bar of a page after a form with files. */
async function send(url: string, button: string, files: Readonly<Record<string, ReturnType<typeof file>>>) {
  const answer = await web.client.upload(url, button, files);
  return text(barOf(answer.statusCode === 303 ? await page(url) : answer.body) ?? "");
}

/** A form with its question answered. */
async function press(url: string, button: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = await web.client.submit(url, fields, button);
  return text(barOf(answer.statusCode === 303 ? await page(url) : answer.body) ?? "");
}

describe("Trusted CA certificate", () => {
  const URL = "/trustedcacertificate";
  const append = (content: string | Uint8Array) => send(URL, "Append CA certificate", { ca_file: file(content) });

  test("authorities are added, shown, deleted and reset", async () => {
    expect(await page(URL)).toContain("There are no trusted CA certificates.");
    expect(await append(root.certificate)).toBe("<b>Success</b>: 1 CA certificate added");
    expect(await append(root.certificate)).toBe(
      "<b>Success</b>: 0 CA certificates added, 1 CA certificate there already",
    );
    const shown = await page(URL);
    expect(listRows(shown)[0]?.slice(1)).toEqual([
      "CN=Root",
      "CN=Root",
      "2014-12-01 00:00:00 GMT Valid",
      "View (decoded)",
    ]);
    const [, id = ""] = /show=([0-9a-f]{64})/.exec(shown) ?? [];
    expect(await page(`${URL}?show=${id}&as=decoded`)).toContain("Subject: CN=Root");
    expect(await page(`${URL}?show=all&as=pem`)).toContain(root.certificate);
    expect((await web.client.get(`${URL}?show=nobody`)).statusCode).toBe(404);
    expect(await press(URL, "Delete", { authority: id })).toBe("<b>Success</b>: 1 CA certificate deleted");
    expect(await press(URL, "Delete", { authority: id })).toContain(`there is no CA certificate "${id}"`);
    await append(root.certificate);
    expect(await press(URL, "Reset to default CA certificate")).toContain("<b>Success</b>");
    expect(web.device.certificates.trusted).toBe("");
    expect(events().length).toBe(4);
  });

  test("one that has expired, or soon will have, says so", async () => {
    await append(root.certificate);
    await web.world.clock.advance(to - web.device.clock.now() - days(5));
    await web.client.logIn();
    expect(listRows(await page(URL))[0]?.[3]).toContain("Expires soon");
    await web.world.clock.advance(days(6));
    await web.client.logIn();
    expect(listRows(await page(URL))[0]?.[3]).toContain("Expired");
  });

  test.each([
    ["the file is empty", ""],
    ["the file is cut short", root.certificate.slice(0, 150)],
    ["a private key is not a CA certificate", server.key],
    ["the file is DER: a PEM file is expected", readPem(root.certificate)[0]?.bytes ?? ""],
    ["the file is larger than 1 MB", "x".repeat(20 * 1024 * 1024)],
  ])("nothing changes where %s", async (why, content) => {
    await append(root.certificate);
    const before = web.device.certificates.trusted;
    expect(await append(content)).toMatch(new RegExp(`^<b>Failed</b>: .*${why}`));
    expect(web.device.certificates.trusted).toBe(before);
  });

  test("the name of a file is nothing to the peer", async () => {
    const sent = { ca_file: file(root.certificate, "../../etc/passwd") };
    expect(await send(URL, "Append CA certificate", sent)).toContain("1 CA certificate added");
  });
});

describe("Server certificate", () => {
  const URL = "/servercertificate";
  const upload = (certificate: string, key?: string) =>
    send(URL, "Upload server certificate data", {
      certificate_file: file(certificate),
      ...(key !== undefined && { key_file: file(key) }),
    });

  test("a certificate with its key takes the place of the shipped one, which can come back", async () => {
    const shipped = web.device.certificates.server.certificate;
    expect(await upload(server.certificate, server.key)).toContain("<b>Success</b>: Server certificate uploaded");
    expect(tableRows(await page(URL)).slice(0, 2)).toEqual([
      ["Subject", "CN=vcs.example.com"],
      ["Issuer", "CN=Root"],
    ]);
    expect(await page(`${URL}?show=certificate&as=decoded`)).toContain("Issuer: CN=Root");
    expect(await press(URL, "Reset to default server certificate")).toContain("<b>Success</b>");
    expect(web.device.certificates.server.certificate).not.toBe(shipped);
    expect(tableRows(await page(URL))[0]?.[1]).toContain("O=Temporary CA");
  });

  test.each([
    ["server private key: no file is selected", server.certificate, undefined],
    ["they do not belong together", server.certificate, root.issue("else").key],
    ["a private key is not a certificate", server.key, server.key],
    ["a certificate is not a private key", server.certificate, server.certificate],
    [
      "has expired on Dec  2 00:00:00 2013 GMT",
      root.issue("old", { from, to: from + days(1) }).certificate,
      server.key,
    ],
    [
      "certificate 2 of 2 is not that of the issuer of the one before",
      server.certificate + root.issue("else").certificate,
      server.key,
    ],
  ])("nothing changes where %s", async (why, certificate, key) => {
    const before = web.device.certificates.server;
    expect(await upload(certificate, key)).toContain(why);
    expect(web.device.certificates.server).toEqual(before);
  });

  test("a chain is served whole; one without a common name is told of", async () => {
    expect(await upload(server.certificate + root.certificate, server.key)).toContain("<b>Success</b>");
    expect(readPem(web.device.certificates.server.certificate)).toHaveLength(2);
    const nameless = root.issue("", { subject: [["O", "Example"]] });
    expect(await upload(nameless.certificate, nameless.key)).toContain("the certificate has no common name (CN)");
  });
});

describe("a certificate signing request", () => {
  const URL = "/servercertificate";
  const fields = { commonName: "vcs.example.com", keyLength: "2048", digest: "SHA-256", country: "GB" };

  test("is made once at a time, shown, downloaded and discarded", async () => {
    const made = await web.client.submit("/generatecsr", fields, "Generate CSR");
    expect([made.statusCode, made.headers.location]).toEqual([303, URL]);
    expect(await page(`${URL}?show=request&as=decoded`)).toContain("Subject: C=GB, CN=vcs.example.com");
    const again = await web.client.submit("/generatecsr", fields, "Generate CSR");
    expect(barOf(again.body)).toContain("a certificate signing request is in progress: discard it first");
    const download = await web.client.submit(URL, {}, "Download");
    expect(download.headers["content-disposition"]).toBe('attachment; filename="csr.pem"');
    expect(download.body).toBe(web.device.certificates.request);
    expect(download.body).not.toContain("PRIVATE KEY");
    const sent = { certificate_file: file(server.certificate), key_file: file(server.key) };
    expect(await send(URL, "Upload server certificate data", sent)).toContain("no other can be uploaded");
    expect(await press(URL, "Discard CSR")).toContain("<b>Success</b>");
    expect(web.device.certificates.request).toBeUndefined();
  });

  test.each([
    ["Common name: a name is expected", { commonName: "" }],
    ["is not a DNS name of at most 64 characters", { commonName: "a b" }],
    ['"x_/y" is neither a DNS name nor an IP address', { alternativeNames: "ok.example.com, x_/y" }],
    ["is not a code of two capital letters", { country: "England" }],
    ["Organizational unit: 65 characters", { unit: "x".repeat(65) }],
    ['Key length: "512" is not one of 2048, 4096', { keyLength: "512" }],
    ['Digest algorithm: "MD5"', { digest: "MD5" }],
  ])("is not made: %s", async (why, wrong) => {
    const refused = await web.client.submit("/generatecsr", { ...fields, ...wrong }, "Generate CSR");
    expect(text(barOf(refused.body) ?? "")).toContain(why);
    expect(web.device.certificates.request).toBeUndefined();
  });
});

describe("CRL management", () => {
  const URL = "/crlmanagement";
  const POINT = "http://192.0.2.80/root.crl";
  const save = (points: string, automatic = "Enabled", hour = "4") => press(URL, "Save", { points, automatic, hour });

  /** A web server that has one file, or none. */
  const serve = (content: () => Uint8Array | undefined) =>
    web.world.network.listen({ address: "192.0.2.80", port: 80 }, (connection) => {
      connection.onData(() => {
        const body = content();
        const startLine = body ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found";
        connection.send(encodeHttp({ startLine, headers: new Map(), body: body ?? new Uint8Array() }));
      });
    });

  test("a list is uploaded, PEM or DER, shown and removed", async () => {
    const list = root.revocationList([7, 8]);
    const upload = (content: string | Uint8Array) => send(URL, "Upload CRL file", { crl_file: file(content) });
    expect(await upload(list)).toBe("<b>Success</b>: CRL file uploaded: 1 revocation list");
    expect(await upload(readPem(list)[0]?.bytes ?? "")).toContain("1 revocation list");
    expect(listRows(await page(URL))).toEqual([
      ["Uploaded", "CN=Root", "2013-12-01 00:00:00 GMT", "2014-12-01 00:00:00 GMT", "2"],
    ]);
    expect(await page(`${URL}?show=lists&as=decoded`)).toContain("Serial Number: 07");
    expect(await upload(root.certificate)).toContain("a certificate is not a revocation list");
    expect(await press(URL, "Remove revocation list")).toContain("<b>Success</b>");
    expect(web.device.revocation.kept.manual ?? "").toBe("");
  });

  test("updates come daily, each failure raises its alarm (40001, 40002, 40006), and what was fetched stays", async () => {
    expect(await save("")).toContain("<b>Success</b>");
    expect(alarms()).toContain(40001);
    let content: Uint8Array | undefined;
    const listener = await serve(() => content);
    expect(await save(POINT)).toContain("<b>Success</b>");
    expect(alarms()).not.toContain(40001);
    // It is ten in the morning.
    await web.world.clock.advance(hours(17));
    expect(alarms()).not.toContain(40006);
    await web.world.clock.advance(hours(2));
    expect(alarms()).toContain(40006);
    content = Buffer.from("not a list");
    await web.world.clock.advance(days(1));
    expect([alarms().includes(40006), alarms().includes(40002)]).toEqual([false, true]);
    content = Buffer.from(root.revocationList([7]));
    await web.client.logIn();
    expect(await press(URL, "Update CRLs")).toContain("<b>Success</b>");
    await web.world.clock.advance(seconds(20));
    expect([alarms().includes(40006), alarms().includes(40002)]).toEqual([false, false]);
    expect(listRows(await page(URL))[0]?.[0]).toBe(POINT);
    content = undefined;
    await press(URL, "Update CRLs");
    await web.world.clock.advance(seconds(20));
    expect(tableRows(await page(URL))).toContainEqual([POINT, "Failed: answered 404"]);
    expect(listRows(await page(URL))[0]?.[0]).toBe(POINT);
    listener.close();
  });

  test.each([
    ['"ftp://x/y" is not a URL', "ftp://x/y", "Enabled", "4"],
    ['"Perhaps" is not one of Disabled, Enabled', POINT, "Perhaps", "4"],
    ["the hour is", POINT, "Enabled", "24"],
    ["at most 20 are allowed", Array.from({ length: 21 }, (_, at) => `${POINT}${at}`).join("\n"), "Enabled", "4"],
  ])("nothing is saved: %s", async (why, points, automatic, hour) => {
    expect(await save(points, automatic, hour)).toContain(why);
    expect(web.device.revocation.settings.points).toEqual([]);
  });
});

describe("Client certificate testing", () => {
  const URL = "/clientcertificatetesting";
  const check = async (content: string, fields: Readonly<Record<string, string>> = {}) => {
    const answer = await web.client.upload(URL, "Check certificate", { ...fields, client_file: file(content) });
    return { bar: text(barOf(answer.body) ?? ""), rows: Object.fromEntries(tableRows(text(answer.body))) };
  };

  test("tells whether a certificate is valid, whose it is and what that account may do", async () => {
    const client = root.issue("admin");
    expect((await check(client.certificate)).rows["Valid certificate"]).toContain("No: no trusted CA certificate");
    web.device.certificates.append(Buffer.from(root.certificate), { user: "admin" });
    expect((await check(client.certificate)).rows).toMatchObject({
      "Valid certificate": "Yes",
      "Resulting string": "admin",
      Account: '"admin": Read-write access, web and API',
    });
    web.device.revocation.upload(Buffer.from(root.revocationList([client.serialNumber])), { user: "admin" });
    expect((await check(client.certificate)).rows["Valid certificate"]).toContain("is revoked");
    const { rows } = await check(client.certificate, { regex: "Subject: CN=(?<who>\\w+)", format: "the-#who#" });
    expect(rows).toMatchObject({
      "Resulting string": "the-admin",
      Account: 'There is no account with the name "the-admin"',
    });
    expect((await check(client.key)).bar).toContain("client certificate: a private key is not a client certificate");
  });

  test("the pattern is saved on its own page", async () => {
    const fields = {
      authentication_certificate_usernameregex: "CN=(?<who>.*)",
      authentication_certificate_usernametemplate: "#who#",
    };
    await web.client.submit("/certificatebasedauthentication", fields);
    expect(web.device.clientCertificates.pattern).toEqual({ regex: "CN=(?<who>.*)", format: "#who#" });
  });
});

test("G4.11 none of it is copied between peers, and a form that is not ours changes nothing", async () => {
  const foreign = await web.client.send("/crlmanagement", { sessionid: "guess", submitbutton: "Update CRLs" });
  expect(barOf(foreign.body)).toContain("<b>Failed</b>");
  expect(formIdOf(await page("/servercertificate"))).not.toBe("guess");
  for (const url of ["/trustedcacertificate", "/servercertificate", "/crlmanagement"])
    expect(await page(url)).toContain("Peer-specific: not copied between the peers of a cluster");
});
