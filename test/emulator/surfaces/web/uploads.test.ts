import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { pageName } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { readTar } from "../../../../protocol/archive/tar.ts";
import { stateOf } from "../hostile/inputs.ts";
import { archive, archiveWithLink, BOMB, encrypted, member, NOISE, PICTURE, ZIP } from "./bad-files.ts";
import { multipartOf, type MultipartPayload, type SentTestFile } from "./multipart.ts";
import { type UploadRow, uploadRows } from "./upload-rows.ts";
import { barOf, formIdOf, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

/** What an archive would write if somebody unpacked it where its names lead. */
const OUTSIDE = join(tmpdir(), "unpacked-by-the-twin");
const UPWARDS = `../../../../../../../../../..${OUTSIDE}`;

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterAll(() => web.close());

/** All that an upload may change. */
function everything(): string {
  const { device } = web;
  const { certificates, revocation, callPolicy, loginImage, upgrade, accounts } = device;
  const kept = [certificates.files, certificates.request, revocation.kept, callPolicy.file, loginImage.file?.mediaType];
  return JSON.stringify([stateOf(device), kept, upgrade.state, accounts.administrators(), readdirSync(".")]);
}

const text = (html: string): string => html.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<");

type Parts = readonly (readonly [string, string | SentTestFile])[];

/** The fields of a row's form, with these parts in place of its file. */
async function formOf(row: UploadRow, files: Parts): Promise<MultipartPayload> {
  const { body } = await web.client.get(`/${row.page}`);
  const hidden: Parts = [
    ["sessionid", formIdOf(body)],
    ["submitbutton", row.button],
  ];
  return multipartOf([...hidden, ...Object.entries(row.with ?? {}), ...files]);
}

async function post(row: UploadRow, form: MultipartPayload) {
  return web.app.inject({
    method: "POST",
    url: `/${row.page}`,
    cookies: Object.fromEntries(web.client.cookies),
    ...form,
  });
}

/** Sends what is to be refused: nothing is another afterwards, and what was typed stands in the fields. */
async function refusalOf(row: UploadRow, files: Parts, change = asSent): Promise<string> {
  const before = everything();
  const answer = await post(row, change(await formOf(row, files)));
  expect(answer.statusCode).toBe(200);
  const bar = text(barOf(answer.body) ?? "");
  expect(bar).toMatch(/^<b>Failed<\/b>: /);
  expect(everything()).toBe(before);
  expect(existsSync(OUTSIDE)).toBe(false);
  for (const field of row.typed ?? []) expect(text(shownIn(answer.body, field) ?? "")).toBe(row.with?.[field]);
  return bar.slice("<b>Failed</b>: ".length);
}

const asSent = (form: MultipartPayload): MultipartPayload => form;

const refusal = (row: UploadRow, bytes: Uint8Array, name = row.name): Promise<string> =>
  refusalOf(row, [[row.field, { name, bytes }]]);

/** The bytes as they are sent: under the password where the row has one. */
const packed = (row: UploadRow, bytes: Uint8Array): Uint8Array =>
  typeof row.with?.["restore_password"] === "string" ? encrypted(bytes, row.with["restore_password"]) : bytes;

test("every file that a page takes is in the table", () => {
  const taken = menu.flatMap((entry) => (entry.page.takesFiles ?? []).map((field) => `${pageName(entry)} ${field}`));
  expect(taken.length).toBeGreaterThan(8);
  expect(new Set(uploadRows.map(({ page, field }) => `${page} ${field}`))).toEqual(new Set(taken));
});

describe.each(uploadRows.map((row) => [row.what, row] as const))("%s", (_what, row) => {
  test("no file, and an empty one, are refused by what is missing", async () => {
    expect(await refusalOf(row, [])).toMatch(row.missing);
    expect(await refusal(row, new Uint8Array(), "")).toMatch(row.missing);
    expect(await refusal(row, new Uint8Array())).toMatch(row.missing);
    expect(await refusalOf(row, [[row.field, "a text"]])).toMatch(row.missing);
  });

  test("one that was cut is refused", async () => {
    const good = await row.good(web);
    expect(await refusal(row, good.subarray(0, good.length / 2))).toMatch(row.cut);
  });

  test.each([
    ["a picture", row.field === "image" ? PICTURE.subarray(1) : PICTURE],
    ["a ZIP archive", ZIP],
    ["bytes without order", NOISE],
    ["a packed archive of names that lead elsewhere", archive(member(UPWARDS))],
    ["a packed archive with a link", archiveWithLink(tmpdir())],
    ["65 MB of zeros, packed", BOMB],
  ])("%s is refused by what it has to be", async (_kind, bytes) => {
    expect(await refusal(row, bytes, row.name)).toMatch(row.wrong);
    expect(await refusal(row, packed(row, bytes))).toMatch(packed(row, bytes) === bytes ? row.wrong : row.cut);
  });

  test("what it is called leads nowhere", async () => {
    for (const name of [UPWARDS, OUTSIDE, String.raw`C:\Windows\unpacked-by-the-twin`, `<b>"'&`, "x".repeat(5000)])
      expect(await refusal(row, NOISE, name)).not.toBe("");
  });

  test("a form that is not as browsers send it is refused by what is wrong with it", async () => {
    const good = { name: row.name, bytes: await row.good(web) };
    const one = [row.field, good] as const;
    const refused = (files: Parts, change?: (form: MultipartPayload) => MultipartPayload): Promise<string> =>
      refusalOf({ ...row, with: {}, typed: [] }, files, change);
    const without = (bytes: number) => (form: MultipartPayload) => ({
      ...form,
      payload: form.payload.subarray(0, -bytes),
    });
    for (const bytes of [10, 80]) expect(await refused([one], without(bytes))).toContain("the form cannot be read: ");
    expect(await refused([one, one])).toBe(
      `the form cannot be read: there are several files in the field "${row.field}", which takes one`,
    );
    expect(await refused([one, ["b", good], ["c", good]])).toBe("the form cannot be read: it has more than 2 files");
    expect(await refused([one, ["note", "x".repeat(65 * 1024)]])).toBe(
      'the form cannot be read: the text of the field "note" is longer than 64 kB',
    );
    const fields: Parts = Array.from({ length: 101 }, () => ["a", "b"] as const);
    expect(await refused(fields)).toBe("the form cannot be read: it has more than 100 fields");
  });

  test("one without a file name is read as any other", async () => {
    const nameless = (form: MultipartPayload): MultipartPayload => {
      const said = `; filename="${row.name}"\r\nContent-Type: application/gzip\r\n\r\nnameless`;
      const sent = form.payload.toString("latin1");
      expect(sent).toContain(said);
      const told = "\r\nContent-Type: application/octet-stream\r\n\r\nnameless";
      return { ...form, payload: Buffer.from(sent.replace(said, told), "latin1") };
    };
    const said = await refusalOf(row, [[row.field, { name: row.name, bytes: Buffer.from("nameless") }]], nameless);
    expect(said).toMatch(row.page === "language" ? /^"" is no language pack/ : row.wrong);
  });

  test("one in a field that the page does not have is refused by the name of both", async () => {
    const said = await refusalOf(row, [["other", { name: row.name, bytes: await row.good(web) }]]);
    expect(said).toContain('there is a file in the field "other": this page takes one in ');
    expect(said).toContain(`"${row.field}"`);
  });

  test("one that is right is taken", async () => {
    const own = await startWebPeer();
    await own.client.logIn();
    const file = { name: row.name, bytes: await row.good(own) };
    const answer = await own.client.upload(`/${row.page}`, row.button, { ...row.with, [row.field]: file });
    const bar = barOf(answer.statusCode === 303 ? (await own.client.get(`/${row.page}`)).body : answer.body);
    const taken = row.page === "language" ? /not implemented by the emulator/ : /^<b>Success/;
    expect(bar ?? "<b>Success</b>: a page in its place").toMatch(taken);
    await own.close();
  });
});

/** Archives whose members are read: one more is not overlooked, wherever its name leads. */
describe.each(uploadRows.flatMap((row) => (row.stranger ? [[row.what, row, row.stranger] as const] : [])))(
  "%s with a member that does not belong there",
  (_what, row, reason) => {
    test.each([
      ["upwards", UPWARDS],
      ["to a place of its own", OUTSIDE],
      ["nowhere in particular", "readme.txt"],
    ])("and leads %s is refused", async (_where, name) => {
      const plain = uploadRows.find(
        ({ page, with: more }) => page === row.page && more?.["restore_password"] === undefined,
      );
      const members = readTar(gunzipSync((await plain?.good(web)) ?? new Uint8Array()));
      const bad = archive([...members, ...member(name.slice(-100))]);
      const said = await refusal(row, packed(row, bad));
      expect(said).toMatch(typeof row.with?.["restore_password"] === "string" ? row.cut : reason);
    });
  },
);
