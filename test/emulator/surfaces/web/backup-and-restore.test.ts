import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readBackup } from "../../../../emulator/peer/maintenance/backup/read-backup.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { readTar } from "../../../../protocol/archive/tar.ts";
import { barOf, formIdOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const PAGE = "/backuprestore";
const CREATE = "Create system backup file";
const UPLOAD = "Upload system backup file";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer({ configuration: [{ path: "SystemUnit Name", value: "before" }] });
  await web.client.logIn();
});

afterEach(() => web.close());

const file = (bytes: Uint8Array): { name: string; bytes: Uint8Array } => ({ name: "backup.tar.gz", bytes });

const create = (password = "", again = password) =>
  web.client.submit(PAGE, { backup_password: password, backup_password_confirm: again }, CREATE);

const setName = (value: string): unknown =>
  web.device.configuration.set([{ path: "SystemUnit Name", value }], { user: "admin" });

describe("G3.2 Create system backup file", () => {
  test("answers with the file itself, named as the product names it", async () => {
    const answer = await create();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-disposition"]).toBe(
      'attachment; filename="X8.1_0A1B2C3D_20131209_100000_backup.tar.gz"',
    );
    const names = readTar(gunzipSync(answer.rawPayload)).map(({ name }) => name);
    expect(names).toEqual([
      "manifest.json",
      "configuration.json",
      "cluster.json",
      "accounts.json",
      "server-certificate.pem",
      "server-key.pem",
    ]);
  });

  test("encrypts it under a password", async () => {
    const answer = await create("secret");
    expect(answer.headers["content-disposition"]).toMatch(/_backup\.tar\.gz\.enc"$/);
    expect(answer.rawPayload.toString("latin1", 0, 8)).toBe("Salted__");
    expect(await readBackup(answer.rawPayload, "secret")).toMatchObject({ ok: true });
  });

  test("refuses passwords that differ", async () => {
    const answer = await create("secret", "sercet");
    expect(barOf(answer.body)).toBe("<b>Failed</b>: the encryption passwords do not match");
    expect(web.device.log.newest(1)[0]).toContain('Event="System Backup Error"');
  });

  test("is nothing for a form that is not of this session", async () => {
    const answer = await web.client.send(PAGE, { sessionid: "guess", submitbutton: CREATE });
    expect(answer.headers["content-disposition"]).toBeUndefined();
    expect(barOf(answer.body)).toContain("does not belong to this session");
  });
});

describe("Upload system backup file", () => {
  test("asks, with versions, serial numbers and calls, before anything happens; then restores and restarts", async () => {
    const backup = (await create()).rawPayload;
    setName("after");
    const asked = await web.client.upload(PAGE, UPLOAD, { restore_file: file(backup), restore_password: "" });
    expect(asked.body).toContain("<h1>Restore confirmation</h1>");
    for (const text of ["Software version of the backup", "X8.1", "0A1B2C3D", "Number of calls"])
      expect(asked.body).toContain(text);
    expect(web.device.configuration.get("SystemUnit Name")).toBe("after");
    const id = /name="restore" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
    const going = await web.client.send(PAGE, {
      sessionid: formIdOf(asked.body),
      submitbutton: "Continue with system restore",
      restore: id,
    });
    expect(going.body).toContain("<title>Restarting</title>");
    await web.world.clock.advance(minutes(4));
    expect(web.peer.device?.configuration.get("SystemUnit Name")).toBe("before");
  });

  test.each([
    ["no file at all", () => new Uint8Array(), "", "choose the backup file to restore"],
    ["something else", () => Buffer.from("a letter"), "", "the file is not a system backup file"],
    ["one that was cut", (backup: Buffer) => backup.subarray(0, 500), "", "incomplete or has been changed"],
  ])("refuses %s, and changes nothing", async (_what, of, password, reason) => {
    const backup = (await create()).rawPayload;
    setName("after");
    const answer = await web.client.upload(PAGE, UPLOAD, {
      restore_file: file(of(backup)),
      restore_password: password,
    });
    expect(barOf(answer.body)).toMatch(/^<b>Failed<\/b>: unable to restore: /);
    expect(barOf(answer.body)).toContain(reason);
    expect(web.device.configuration.get("SystemUnit Name")).toBe("after");
    expect(web.device.log.newest(1)[0]).toContain('Event="System Restore Error"');
  });

  test.each([
    ["without its password", "", "enter its decryption password"],
    ["under a wrong one", "wrong", "the decryption password is wrong"],
  ])("refuses an encrypted file %s", async (_what, password, reason) => {
    const backup = (await create("secret")).rawPayload;
    const answer = await web.client.upload(PAGE, UPLOAD, { restore_file: file(backup), restore_password: password });
    expect(barOf(answer.body)).toContain(reason);
  });

  test("refuses while the system is in a cluster", async () => {
    const backup = (await create()).rawPayload;
    web.device.configuration.set([{ path: "Alternates Peer 1 Address", value: "192.0.2.1" }], { user: "admin" });
    const answer = await web.client.upload(PAGE, UPLOAD, { restore_file: file(backup), restore_password: "" });
    expect(barOf(answer.body)).toContain("part of a cluster");
  });

  test("refuses a file that is too large", async () => {
    const answer = await web.client.upload(PAGE, UPLOAD, { restore_file: file(new Uint8Array(33 * 1024 * 1024)) });
    expect(barOf(answer.body)).toBe("<b>Failed</b>: the file is larger than 32 MB");
  });

  test("takes one that is larger than other requests may be", async () => {
    const answer = await web.client.upload(PAGE, UPLOAD, { restore_file: file(new Uint8Array(10 * 1024 * 1024)) });
    expect(barOf(answer.body)).toContain("the file is not a system backup file");
  });

  test("needs somebody who is logged in", async () => {
    web.client.cookies.clear();
    const answer = await web.app.inject({
      method: "POST",
      url: PAGE,
      headers: { "content-type": "multipart/form-data; boundary=x" },
      payload: "--x--\r\n",
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, "/login/"]);
  });

  test.each([
    ["no boundary", "multipart/form-data", "x"],
    [
      "an end that does not come",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    ["rubbish", "multipart/form-data; boundary=x", "rubbish"],
  ])("answers a form with %s", async (_what, type, payload) => {
    const answer = await web.app.inject({
      method: "POST",
      url: PAGE,
      cookies: Object.fromEntries(web.client.cookies),
      headers: { "content-type": type },
      payload,
    });
    expect(answer.statusCode).toBe(200);
    expect(barOf(answer.body)).toMatch(/Failed/);
  });

  test.each(["constructor", "__proto__", "toString"])("takes a field called %s for what it is", async (name) => {
    const answer = await web.client.upload("/backuprestore", "Upload system backup file", { [name]: "text" });
    expect(barOf(answer.body)).toMatch(/^<b>Failed<\/b>: /);
  });

  test("is not for pages that take no files", async () => {
    const answer = await web.client.upload("/dns", "Save", { ip_dns_hostname: "other" });
    expect(barOf(answer.body)).toBe("<b>Failed</b>: this page takes no files");
    expect(web.device.configuration.get("IP DNS Hostname")).toBe("");
  });
});
