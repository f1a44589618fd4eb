import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf, listRows, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
let shell: AdminShell;

beforeEach(async () => {
  web = await startWebPeer({ product: "vcs-control" });
  shell = new AdminShell(web.device, ADMIN);
  await web.client.logIn();
});

afterEach(() => web.close());

const PASSWORD = "s3cret of ann";
const MARKUP = `"><script>x</script>`;
const LIST = "Authentication Account FindMe Account";

const ann = {
  name: "ann.smith",
  displayname: MARKUP,
  phonenumber: "4711",
  findmeid: "ann@example.com",
  principaldevice: "ann.office@example.com",
  password: PASSWORD,
  findmetype: "Group of people",
};

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const create = (fields: Readonly<Record<string, string>> = {}) =>
  web.client.submit("/createfindmeaccount", { ...ann, ...fields }, "Create FindMe account");
const listed = async (list = "/findmeaccounts"): Promise<string[][]> => listRows(await page(list));

describe("Users > FindMe accounts", () => {
  test("makes an account, which every surface shows without its password", async () => {
    expect(await page("/findmeaccounts")).toContain("There are no FindMe accounts.");
    expect((await web.client.submit("/findmeaccounts", {}, "New")).headers.location).toBe("/createfindmeaccount");
    expect((await create()).headers.location).toBe("/findmeaccounts");
    const body = await page("/findmeaccounts");
    expect(barOf(body)).toBe("<b>Success</b>: Saved");
    expect(listRows(body).map((cells) => cells.slice(1))).toEqual([
      [
        "ann.smith",
        "&quot;>&lt;script>x&lt;/script>",
        "ann@example.com",
        "ann.office@example.com",
        "Group of people",
        "View/Edit",
      ],
    ]);
    expect(body).toContain("does not act on them");

    const { lines } = await shell.run(`xConfiguration ${LIST} 1`);
    expect(lines).toContain(`*c xConfiguration ${LIST} 1 FindMeID: "ann@example.com"`);
    expect(lines).toContain(`*c xConfiguration ${LIST} 1 FindMeType: GroupOfPeople`);
    const stored = web.device.configuration.get(`${LIST} 1 Password`);
    expect(stored).toMatch(/^scrypt\$/);
    const pages = [body, await page("/editfindmeaccount?id=1")].join("\n");
    expect(pages).not.toContain("<script>x");
    const everywhere = [pages, ...lines, ...web.device.log.newest(20)].join("\n");
    for (const secret of [PASSWORD, stored]) expect(everywhere).not.toContain(secret);
  });

  test("sets the password of a new account once", async () => {
    await create();
    const changes = web.device.log.newest(20).filter((line) => line.includes("/password"));
    expect(changes).toHaveLength(1);
  });

  test("edits an account, keeps a password that is not typed anew, and deletes the account", async () => {
    await create();
    const before = web.device.configuration.get(`${LIST} 1 Password`);
    const field = (item: string): string => `authentication_account_findme_account_1_${item}`;
    const edit = (fields: Readonly<Record<string, string>>) => web.client.submit("/editfindmeaccount?id=1", fields);
    await edit({ [field("displayname")]: "Ann Smith", [field("password")]: "" });
    expect((await listed())[0]?.[2]).toBe("Ann Smith");
    expect(web.device.configuration.get(`${LIST} 1 Password`)).toBe(before);
    await edit({ [field("password")]: "another" });
    expect(web.device.configuration.get(`${LIST} 1 Password`)).not.toBe(before);
    const blank = await edit({ [field("password")]: "", pwd_is_changed: "1" });
    expect(barOf(blank.body)).toBe("<b>Failed</b>: Password: the password is blank");
    await web.client.submit("/findmeaccounts", { findmeaccount: "1" }, "Delete");
    expect(await page("/findmeaccounts")).toContain("There are no FindMe accounts.");
  });

  test.each([
    [{ name: "" }, "Username: &quot;&quot; is too short: 1 to 128 characters"],
    [{ name: " " }, "Argument &quot;Name&quot;: the name is blank"],
    [{ name: "n".repeat(129) }, `Username: &quot;${"n".repeat(80)}…&quot; is too long: 1 to 128 characters`],
    [{ findmeid: "" }, "FindMe ID: &quot;&quot; is too short: 1 to 60 characters"],
    [{ findmeid: " " }, "the FindMe ID is blank"],
    [{ name: "ANN@example.com" }, "&quot;ANN@example.com&quot; cannot be both Username and FindMe ID of an account"],
    [{ principaldevice: "" }, "Principal device address: &quot;&quot; is too short: 1 to 60 characters"],
    [{ phonenumber: "+47 11" }, "Phone number: &quot;+47 11&quot; is not allowed: digits alone"],
    [{ findmetype: MARKUP }, "is not allowed: one of Individual, GroupOfPeople"],
    [{ password: "" }, "Missing argument: Password"],
    [{ password: "p".repeat(1025) }, "Password: the text is too long: 0 to 1024 characters"],
  ])("refuses %j", async (fields, reason) => {
    const { body } = await create(fields);
    expect(barOf(body)).toContain(reason);
    expect(shownIn(body, "phonenumber")).toBe(Object.hasOwn(fields, "phonenumber") ? "+47 11" : "4711");
    expect(body).not.toContain("<script>");
    expect(body).not.toContain(PASSWORD);
    expect(await listed()).toEqual([]);
  });

  test("refuses what another account has, in upper case or lower", async () => {
    await create();
    const other = { name: "bob", findmeid: "bob@example.com" };
    const refused = async (fields: Readonly<Record<string, string>>) =>
      barOf((await create({ ...other, ...fields })).body);
    for (const name of ["ann.smith", "Ann.Smith"])
      expect(await refused({ name })).toContain(`${LIST} 1 already has the name &quot;${name}&quot;`);
    expect(await refused({ findmeid: "Ann@example.com" })).toContain(
      `${LIST} 1 already has the FindMe ID &quot;Ann@example.com&quot;`,
    );
    expect(await listed()).toHaveLength(1);
    expect((await create(other)).statusCode).toBe(303);
    expect(await listed()).toHaveLength(2);
  });

  test("holds passwords to the strict rules while they are enforced", async () => {
    await shell.run("xConfiguration Authentication StrictPassword Enabled: On");
    expect(barOf((await create()).body)).toContain("the password needs at least 15 characters, it has 13");
    expect(await listed()).toEqual([]);
  });
});

describe("Users > FindMe groups", () => {
  const createGroup = (fields: Readonly<Record<string, string>>) =>
    web.client.submit("/createfindmegroup", fields, "Create FindMe group");

  test("makes a group, which the command line shows, and gives it back", async () => {
    expect((await createGroup({ name: "Everybody", enabled: "Disabled" })).headers.location).toBe("/findmegroups");
    expect((await listed("/findmegroups")).map((cells) => cells.slice(1))).toEqual([
      ["Everybody", "Disabled", "View/Edit"],
    ]);
    const { lines } = await shell.run("xConfiguration Authentication Account FindMe Group 1 Enabled");
    expect(lines[0]).toBe("*c xConfiguration Authentication Account FindMe Group 1 Enabled: Off");
    await web.client.submit("/findmegroups", { findmegroup: "1" }, "Delete");
    expect(await page("/findmegroups")).toContain("There are no FindMe groups.");
  });

  test.each([
    ["", "Name: &quot;&quot; is too short"],
    ["g".repeat(129), "is too long: 1 to 128 characters"],
    ["home@work", "has a @; not allowed are /\\[]:;|=,+*?>&lt;@&quot;"],
    [MARKUP, "has a &quot;; not allowed are"],
    ["Taken", "already has the name &quot;Taken&quot;"],
  ])("refuses the name %j", async (name, reason) => {
    await createGroup({ name: "Taken" });
    const { body } = await createGroup({ name });
    expect(barOf(body)?.replaceAll("&gt;", ">")).toContain(reason);
    expect(body).not.toContain("<script>");
    expect(await listed("/findmegroups")).toHaveLength(1);
  });
});

test("Users > Active FindMe sessions lists nobody, and says why", async () => {
  const body = await page("/activefindmesessions");
  expect(body).toContain("There are no active FindMe sessions.");
  expect(body).toMatch(/<p class="stored-only">[^<]*nobody logs in to a FindMe account here/);
});

test("an Expressway has none of these pages", async () => {
  const expressway = await startWebPeer({ product: "expressway-c" });
  await expressway.client.logIn();
  for (const name of ["findmeaccounts", "createfindmeaccount", "findmegroups", "activefindmesessions"])
    expect((await expressway.client.get(`/${name}`)).statusCode).toBe(404);
  await expressway.close();
});
