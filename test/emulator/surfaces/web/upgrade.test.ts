import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeImage } from "../../../../emulator/peer/maintenance/upgrade/image.ts";
import { makeReleaseKey } from "../../../../emulator/peer/calls/licensing/release-key.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { barOf, formIdOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const upload = (bytes: Uint8Array, releaseKey = "") =>
  web.client.upload("/upgrade", "Upgrade", {
    image_file: { name: "s42700x8_1_1.tar.gz", bytes },
    release_key: releaseKey,
  });

test("G2.1 an image is confirmed by its hash values, installed in ten minutes, and runs from the next reboot", async () => {
  const image = await makeImage("X8.1.1");
  expect(listRows((await web.client.get("/upgrade")).body)).toEqual([
    ["System platform", "X8.1", makeReleaseKey("0A1B2C3D", "X8.1")],
  ]);
  const asked = await upload(image);
  expect(asked.body).toContain("<h1>Upgrade confirmation</h1>");
  for (const text of ["s42700x8_1_1.tar.gz", "X8.1.1", ...["md5", "sha256"].map((name) => hash(name, image))])
    expect(asked.body).toContain(text);
  expect(web.device.upgrade.state).toEqual({ kind: "none" });
  const id = /name="image" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
  const fields = { sessionid: formIdOf(asked.body), submitbutton: "Continue with upgrade", image: id };
  const begun = await web.client.send("/upgrade", fields);
  expect([begun.statusCode, begun.headers.location]).toEqual([303, "/upgrade"]);
  const going = await web.client.get("/upgrade");
  expect(going.body).toContain("Software upgrade in progress");
  expect(going.headers["refresh"]).toBe("10");
  expect(going.body).not.toContain("Reboot system");
  await web.world.clock.advance(minutes(10));
  const complete = await web.client.get("/upgrade");
  expect(complete.body).toContain("Upgrade complete! The new software will be used on the next reboot");
  expect(complete.headers["refresh"]).toBeUndefined();
  const rebooting = await web.client.submit("/upgrade", {}, "Reboot system");
  expect(rebooting.body).toContain("<title>Rebooting</title>");
  await web.world.clock.advance(minutes(6));
  expect(web.peer.device?.identity.softwareVersion).toBe("X8.1.1");
  expect(web.peer.device?.log.newest(20).join()).toContain("Installation of X8.1.1 succeeded");
});

test("a release key that comes with the image is shown with it, and used with the new software", async () => {
  const key = makeReleaseKey("0A1B2C3D", "X9.0");
  const asked = await upload(await makeImage("X9.0"), key);
  expect(Object.fromEntries(tableRows(asked.body))["Release key"]).toBe(key);
  expect(barOf((await upload(await makeImage("X9.0"), "x".repeat(91))).body)).toContain("release key: ");
});

test.each([
  ["no file", async () => new Uint8Array(), "choose the software image"],
  ["another file", async () => Buffer.from("not it"), "the file is not a software image"],
  ["an older version", () => makeImage("X7.2.1"), "X7.2.1 is older than X8.1"],
  ["the same version", () => makeImage("X8.1"), "runs X8.1 already"],
  ["half an image", async () => (await makeImage("X8.2")).subarray(0, 100), "damaged"],
])("%s is refused", async (_what, of, reason) => {
  const answer = await upload(await of());
  expect(barOf(answer.body)).toMatch(/^<b>Failed<\/b>: unable to upgrade: /);
  expect(barOf(answer.body)).toContain(reason);
});

test("there is no reboot to a new version without one, and no other button", async () => {
  for (const button of ["Reboot system", "Continue with upgrade", "Explode"]) {
    const answer = await web.client.submit("/upgrade", {}, button);
    expect(barOf(answer.body)).toMatch(/Failed/);
  }
  expect(web.peer.device).toBe(web.device);
});

const hash = (algorithm: string, bytes: Uint8Array): string => createHash(algorithm).update(bytes).digest("hex");
