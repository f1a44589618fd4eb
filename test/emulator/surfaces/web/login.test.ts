import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minutes } from "../../../../emulator/world/duration.ts";
import { formIdOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
});

afterEach(() => web.close());

describe("the login page", () => {
  test("is what programs know it by", async () => {
    const { body, headers } = await web.client.get("/login/");
    expect(body).toContain("<title>Login</title>");
    for (const word of ["Expressway", "TelePresence", "TANDBERG"]) expect(body).toContain(word);
    expect(formIdOf(body)).not.toBe("");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
  });

  test.each(["/", "/overview", "/clustering", "/statustablexml", "/editzone?id=1"])(
    "is where %s leads without a session",
    async (url) => {
      const response = await web.client.get(url);
      expect([response.statusCode, response.headers.location]).toEqual([302, "/login/"]);
    },
  );
});

describe("logging in", () => {
  test.each(["/login", "/login/"])("at %s needs name and password alone", async (url) => {
    const response = await web.client.send(url, { username: "admin", password: "TANDBERG" });
    expect([response.statusCode, response.headers.location]).toEqual([302, "/overview"]);
    const cookies = response.cookies.filter(({ name }) => ["SHARPID", "tandberg_login"].includes(name));
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: "/" });
    expect((await web.client.get("/overview")).body).toContain("You are here: Status > Overview");
    expect(web.device.log.newest(1)[0]).toContain('web: Event="Admin Session Start" User="admin" Src-ip="127.0.0.1"');
  });

  test.each([
    ["admin", "wrong"],
    ["nobody", "TANDBERG"],
    ["root", "TANDBERG"],
    ["", ""],
    ["a\u0000b", "\uD800"],
  ])("is refused to %s with %s, without a location", async (username, password) => {
    const response = await web.client.logIn(username, password);
    expect(response.statusCode).toBe(200);
    expect(response.headers.location).toBeUndefined();
    expect(response.headers["set-cookie"]).toBeUndefined();
    expect(response.body).toContain("<b>Login failed</b>");
    expect(web.device.log.newest(1)[0]).toContain('Event="Admin Session Login Failure"');
  });

  test("is refused when a session limit is reached", async () => {
    web.device.configuration.set([{ path: "Management Session MaxConcurrentSessionsUser", value: "1" }], {
      user: "test",
    });
    expect((await web.client.logIn()).statusCode).toBe(302);
    expect((await web.client.logIn()).body).toContain("the limit of administrator sessions is reached");
    await web.client.get("/logout");
    expect((await web.client.logIn()).statusCode).toBe(302);
  });

  test("needs both cookies afterwards", async () => {
    await web.client.logIn();
    web.client.cookies.set("tandberg_login", "another");
    expect((await web.client.get("/overview")).headers.location).toBe("/login/");
  });
});

describe("a session ends", () => {
  test("by logging out", async () => {
    await web.client.logIn();
    const before = new Map(web.client.cookies);
    expect((await web.client.get("/logout")).headers.location).toBe("/login/");
    for (const [name, value] of before) web.client.cookies.set(name, value);
    expect((await web.client.get("/overview")).headers.location).toBe("/login/");
    expect(web.device.log.newest(1)[0]).toContain('Event="Admin Session Finish"');
  });

  test("when nothing was asked for as long as the time-out says", async () => {
    await web.client.logIn();
    await web.world.clock.advance(minutes(29));
    expect((await web.client.get("/overview")).statusCode).toBe(200);
    await web.world.clock.advance(minutes(30));
    const { statusCode, body } = await web.client.get("/overview");
    expect(statusCode).toBe(200);
    expect(body).toContain("<b>Login expired</b>");
    expect(body).toContain("<title>Login</title>");
    expect((await web.client.get("/overview")).headers.location).toBe("/login/");
  });

  test("never, when the time-out is 0", async () => {
    web.device.configuration.set([{ path: "Management Session InactivityTimeout", value: "0" }], { user: "test" });
    await web.client.logIn();
    await web.world.clock.advance(minutes(60 * 24));
    expect((await web.client.get("/overview")).statusCode).toBe(200);
  });

  test("so that a form that comes too late changes nothing", async () => {
    await web.client.logIn();
    const sessionid = formIdOf((await web.client.get("/administration")).body);
    await web.world.clock.advance(minutes(31));
    const late = await web.client.send("/administration", { sessionid, systemunit_name: "late" });
    expect(late.body).toContain("<b>Login expired</b>");
    expect(web.device.configuration.get("SystemUnit Name")).toBe("");
  });
});
