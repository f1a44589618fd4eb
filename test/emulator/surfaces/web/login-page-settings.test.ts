import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const PNG = Buffer.from("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\0IEND\u00ae\u0042\u0060\u0082", "latin1");

const loginPage = async (): Promise<string> => (await web.app.inject("/login")).body;
const image = () => web.app.inject("/static/loginimage");
const upload = (bytes: Uint8Array, name = "logo.png") =>
  web.client.upload("/loginpage", "Upload image", { image: { name, bytes } });

describe("System > Login page", () => {
  test("what is saved stands on the log-in page, as it was typed, and in the configuration", async () => {
    expect(await loginPage()).not.toContain("welcome");
    await web.client.submit("/loginpage", {
      login_page_title: "Property of <Example> Ltd",
      login_page_message: `"><script>alert(1)</script>`,
    });
    const shown = await loginPage();
    expect(shown).toContain("Property of &lt;Example> Ltd");
    expect(shown).toContain(`&quot;>&lt;script>alert(1)&lt;/script></p>`);
    const { lines } = await new AdminShell(web.device, ADMIN).run("xConfiguration Login Page Title");
    expect(lines[0]).toBe(`*c xConfiguration Login Page Title: "Property of <Example> Ltd"`);
    expect((await web.client.get("/loginpage")).body).not.toContain("does not act on them");
  });

  test("an image is shown to everybody, until it is deleted", async () => {
    expect((await image()).statusCode).toBe(404);
    const sent = await upload(PNG, "logo.jpg");
    expect([sent.statusCode, sent.headers.location]).toEqual([303, "/loginpage"]);
    expect(await loginPage()).toContain(`<img class="login-image" src="/static/loginimage"`);
    const served = await image();
    expect(served.headers).toMatchObject({ "content-type": "image/png", "x-content-type-options": "nosniff" });
    expect(served.rawPayload).toEqual(PNG);
    await web.client.submit("/loginpage", {}, "Delete image");
    expect(barOf((await web.client.get("/loginpage")).body)).toBe("<b>Success</b>: Image deleted");
    expect(await loginPage()).not.toContain("<img");
    expect((await image()).statusCode).toBe(404);
  });

  test("an image outlives a restart", async () => {
    await upload(PNG);
    web.device.maintenance.request("restart", { user: "admin" });
    await web.world.clock.advance(5 * 60_000);
    expect(web.peer.device).not.toBe(web.device);
    expect(web.peer.device?.loginImage.file).toEqual({ mediaType: "image/png", bytes: PNG });
  });

  test.each([
    ["nothing", Buffer.alloc(0), "no file was chosen, or the file is empty"],
    ["a page", Buffer.from("<svg onload=alert(1)>"), "the file is none of these kinds of image: JPG, GIF, PNG"],
    ["half a picture", PNG.subarray(0, PNG.length / 2), "the file is cut short: the end of a PNG is not in it"],
    ["too much", Buffer.concat([PNG, Buffer.alloc(512 * 1024)]), "the image has 513 kB: it may have up to 512 kB"],
  ])("%s is refused", async (_what, bytes, reason) => {
    expect(barOf((await upload(bytes)).body)).toBe(`<b>Failed</b>: ${reason}`);
    expect((await image()).statusCode).toBe(404);
  });

  test("a message that is too long is refused", async () => {
    const { body } = await web.client.submit("/loginpage", { login_page_message: "x".repeat(2049) });
    expect(barOf(body)).toMatch(/^<b>Failed<\/b>: Welcome message text: .* is too long: 0 to 2048 characters$/);
  });
});

describe("Maintenance > Language", () => {
  const install = (name: string, bytes: Uint8Array) =>
    web.client.upload("/language", "Install", { language_pack: { name, bytes } });

  test("lists the built-in language and refuses packs", async () => {
    expect((await web.client.get("/language")).body).toContain("built in (X8.1)");
    expect(barOf((await install("de.tlp", PNG)).body)).toBe(
      "<b>Failed</b>: not implemented by the emulator: language packs; English is built in",
    );
    expect(web.device.unimplemented.counts().get("language packs; English is built in")).toBe(1);
    expect(barOf((await install("<b>.zip", PNG)).body)).toContain("&lt;b>.zip");
    expect(barOf((await install("", Buffer.alloc(0))).body)).toContain("no file was chosen");
  });
});
