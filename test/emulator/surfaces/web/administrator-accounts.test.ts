import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minutes } from "../../../../emulator/world/duration.ts";
import { barOf, formIdOf, listRows, shownIn, WebClient } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const ACCOUNTS = "/adminaccounts";
const CREATE = "/createadministratoraccount";
const OWN = { current_password: "TANDBERG" };
const eve = { name: "eve", password: "secret 1", password_confirm: "secret 1", accesslevel: "Read-write" };

const bodyOf = async (url: string): Promise<string> => (await web.client.get(url)).body;
const listed = async (): Promise<string[][]> => listRows(await bodyOf(ACCOUNTS));
const names = async (): Promise<(string | undefined)[]> => (await listed()).map(([, name]) => name);

async function create(fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const created = await web.client.submit(CREATE, { ...eve, ...OWN, ...fields });
  expect([created.statusCode, created.headers.location]).toEqual([303, ACCOUNTS]);
}

/** Somebody else's browser. */
async function logInAs(name: string, password: string): Promise<WebClient | undefined> {
  const client = new WebClient(web.app);
  return (await client.logIn(name, password)).statusCode === 302 ? client : undefined;
}

describe("Users > Administrator accounts", () => {
  test("lists the built-in account, which can neither be edited nor deleted", async () => {
    expect(await listed()).toEqual([["", "admin", "Enabled", "Read-write", "Yes", "Yes", "Change password"]]);
    expect((await web.client.get("/edituser?name=admin")).statusCode).toBe(404);
    expect((await web.client.get("/changepassword?name=root")).statusCode).toBe(404);
    const refused = await web.client.submit(ACCOUNTS, { account: "admin" }, "Delete");
    expect(barOf(refused.body)).toBe("<b>Failed</b>: the account &quot;admin&quot; cannot be deleted");
  });

  test("an account is made, edited, given another password and deleted", async () => {
    expect((await web.client.submit(ACCOUNTS, {}, "New")).headers.location).toBe(CREATE);
    await create({ accessapi: "No" });
    expect(barOf(await bodyOf(ACCOUNTS))).toBe("<b>Success</b>: Saved");
    expect((await listed())[1]?.slice(1)).toEqual([
      "eve",
      "Enabled",
      "Read-write",
      "Yes",
      "No",
      "Edit userChange passwordDelete",
    ]);
    expect(await logInAs("eve", "secret 1")).toBeDefined();

    const edited = await web.client.submit("/edituser?name=eve", {
      name: "eva",
      accesslevel: "Auditor",
      accessweb: "Yes",
      accessapi: "Yes",
      enabled: "Disabled",
      ...OWN,
    });
    expect([edited.statusCode, edited.headers.location]).toEqual([303, ACCOUNTS]);
    expect((await listed())[1]?.slice(1, 6)).toEqual(["eva", "Disabled", "Auditor", "Yes", "Yes"]);
    expect(await logInAs("eva", "secret 1")).toBeUndefined();

    await web.client.submit("/edituser?name=eva", { enabled: "Enabled", ...OWN });
    await web.client.submit("/changepassword?name=eva", { password: "2", password_confirm: "2", ...OWN });
    expect(barOf(await bodyOf(ACCOUNTS))).toBe("<b>Success</b>: Password changed successfully");
    expect(await logInAs("eva", "secret 1")).toBeUndefined();
    expect(await logInAs("eva", "2")).toBeDefined();

    await web.client.submit(ACCOUNTS, { account: "eva" }, "Delete");
    expect(await names()).toEqual(["admin"]);
    expect(await logInAs("eva", "2")).toBeUndefined();
    const log = web.device.log.newest(100).join("\n");
    expect(log).toContain(
      `configuration/authentication/account/admin/account/1/name - created with value: 'eve'" Src-ip`,
    );
    expect(log).not.toContain("secret 1");
  });

  test("G4.7 all entries but the built-in one are selected and deleted, after a question", async () => {
    await create();
    await create({ name: "mallory" });
    const page = await bodyOf(`${ACCOUNTS}?select=all`);
    expect(page.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
    const asked = await web.client.submit(ACCOUNTS, { account: ["eve", "mallory"], askfirst: "yes" }, "Delete");
    expect(asked.body).toContain("Delete eve, mallory?");
    expect(await names()).toEqual(["admin", "eve", "mallory"]);
    await web.client.submit(ACCOUNTS, { account: ["eve", "mallory"] }, "Delete");
    expect(barOf(await bodyOf(ACCOUNTS))).toBe("<b>Success</b>: Administrator accounts deleted");
    expect(await names()).toEqual(["admin"]);
  });

  test("the link of one row asks before it deletes that row", async () => {
    await create();
    const question = await web.client.get(`${ACCOUNTS}?delete=eve`);
    expect(question.body).toContain("Delete eve?");
    const sessionid = formIdOf(question.body);
    await web.client.send(ACCOUNTS, { sessionid, account: "eve", submitbutton: "Delete", formbutton: "OK" });
    expect(await names()).toEqual(["admin"]);
  });

  test("admin gets another password by giving the present one", async () => {
    const url = "/changepassword?name=admin";
    const password = { password: "now", password_confirm: "now" };
    for (const [current_password, reason] of [
      ["", "your current password is needed"],
      ["guess", "your current password is not correct"],
    ] as const) {
      const refused = await web.client.submit(url, { ...password, current_password });
      expect(barOf(refused.body)).toBe(`<b>Failed</b>: ${reason}`);
    }
    expect((await web.client.submit(url, { ...password, ...OWN })).headers.location).toBe(ACCOUNTS);
    expect(await logInAs("admin", "TANDBERG")).toBeUndefined();
    expect(await logInAs("admin", "now")).toBeDefined();
  });
});

describe("what is refused keeps what was typed", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["an empty name", { name: "" }, "Name: the name is blank"],
    ["a name that is too long", { name: "x".repeat(129) }, "is too long: 0 to 128 characters"],
    ["the name of admin", { name: "admin" }, "Name: the name &quot;admin&quot; is that of a built-in account"],
    ["a name that is taken", { name: "taken" }, "Name: there is an account with the name &quot;taken&quot; already"],
    ["another password below", { password_confirm: "other" }, "the passwords do not match: type the same one twice"],
    ["no password", { password: "", password_confirm: "" }, "Password: the password is blank"],
    ["an access level that is none", { accesslevel: "Root" }, "Access level: &quot;Root&quot; is not allowed"],
    ["somebody else's password", { current_password: "guess" }, "your current password is not correct"],
  ])("%s", async (_what, fields, reason) => {
    await create({ name: "taken" });
    const refused = await web.client.submit(CREATE, { ...eve, ...OWN, enabled: "Disabled", ...fields });
    expect(barOf(refused.body)).toMatch(/^<b>Failed<\/b>: /);
    expect(barOf(refused.body)).toContain(reason);
    expect(shownIn(refused.body, "name")).toBe(fields["name"] ?? "eve");
    expect(shownIn(refused.body, "enabled")).toBe("Disabled");
    expect(refused.body).not.toContain(eve.password);
    expect(await names()).toEqual(["admin", "taken"]);
  });

  test("nobody deletes themselves", async () => {
    await create();
    const client = await logInAs("eve", eve.password);
    const refused = await client?.submit(ACCOUNTS, { account: "eve" }, "Delete");
    expect(barOf(refused?.body ?? "")).toContain("is your own account: you cannot delete it");
    expect(await names()).toEqual(["admin", "eve"]);
  });

  test.each(["../../etc/passwd", `<script>alert(1)</script>`, `"'&?=#%`, "x".repeat(128)])(
    "the name %s is shown as it is typed, and leads to its pages",
    async (name) => {
      await create({ name });
      const written = name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
      expect((await names())[1]).toBe(written);
      expect(await bodyOf(ACCOUNTS)).not.toContain("<script>");
      const query = new URLSearchParams({ name }).toString();
      expect(shownIn(await bodyOf(`/edituser?${query}`), "name")).toBe(written);
      expect((await web.client.get(`/changepassword?${query}`)).statusCode).toBe(200);
      expect(await logInAs(name, eve.password)).toBeDefined();
      await web.client.submit(ACCOUNTS, { account: name }, "Delete");
      expect(await names()).toEqual(["admin"]);
    },
  );
});

describe("Users > Password security", () => {
  test("holds for new passwords, and names the rule that one breaks", async () => {
    await web.client.submit("/passwordsecurity", { authentication_strictpassword_enabled: "On" });
    const refused = await web.client.submit(CREATE, { ...eve, ...OWN });
    expect(barOf(refused.body)).toBe("<b>Failed</b>: Password: the password needs at least 15 characters, it has 8");
    const password = "Xq7!Wm2?Rz9sKvap";
    await create({ password, password_confirm: password });
    expect(await names()).toEqual(["admin", "eve"]);
  });
});

describe("Users > Active administrator sessions", () => {
  const SESSIONS = "/activeadministratorsessions";
  const boxes = (body: string): string[] =>
    [...body.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = ""]) => id);

  test("lists who is logged in, and terminates sessions", async () => {
    await create();
    const other = await logInAs("eve", eve.password);
    expect((await other?.get("/overview"))?.statusCode).toBe(200);
    const body = await bodyOf(SESSIONS);
    expect(listRows(body).map(([, user, , type, source]) => [user, type, source?.split(":")[0]])).toEqual([
      ["admin (this session)", "Web", "127.0.0.1"],
      ["eve", "Web", "127.0.0.1"],
    ]);
    const none = await web.client.submit(SESSIONS, {}, "Terminate session");
    expect(barOf(none.body)).toBe("<b>Failed</b>: no session is selected");
    await web.client.submit(SESSIONS, { session: boxes(body)[1] ?? "" }, "Terminate session");
    expect(barOf(await bodyOf(SESSIONS))).toBe("<b>Success</b>: Session terminated");
    expect((await other?.get("/overview"))?.headers.location).toBe("/login/");
    expect(web.device.log.newest(1)[0]).toMatch(
      /Event="Admin Session Finish" User="eve".*Detail="Terminated by admin"/,
    );
    expect(listRows(await bodyOf(SESSIONS))).toHaveLength(1);
  });

  test("does not list a session that has timed out", async () => {
    await create();
    await logInAs("eve", eve.password);
    await web.world.clock.advance(minutes(20));
    expect(listRows(await bodyOf(SESSIONS))).toHaveLength(2);
    await web.world.clock.advance(minutes(15));
    expect(listRows(await bodyOf(SESSIONS)).map(([, user]) => user)).toEqual(["admin (this session)"]);
  });
});
