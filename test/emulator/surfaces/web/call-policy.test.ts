import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CPL_NAMESPACE } from "../../../../protocol/cpl/check-cpl.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf, formIdOf, listRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
let shell: AdminShell;

beforeEach(async () => {
  web = await startWebPeer();
  shell = new AdminShell(web.device, ADMIN);
  await web.client.logIn();
});

afterEach(() => web.close());

const SCRIPT = `<?xml version="1.0"?><cpl xmlns="${CPL_NAMESPACE}"><incoming><reject status="busy"/></incoming></cpl>`;

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const upload = (text: string | Uint8Array) =>
  web.client.upload("/adminpolicy", "Upload file", { policy_file: { name: "policy.xml", bytes: Buffer.from(text) } });
const create = (source: string, destination = ".*", action = "Allow") =>
  web.client.submit(
    "/createcallpolicyrule",
    { source_pattern: source, destination_pattern: destination, action },
    "Create Call Policy rule",
  );
const sources = async (): Promise<(string | undefined)[]> =>
  listRows(await page("/callpolicyrules")).map((cells) => cells[1]);
const move = async (value: string) =>
  web.client.send("/callpolicyrules", { sessionid: formIdOf(await page("/callpolicyrules")), move: value });

describe("Configuration > Call Policy > Rules", () => {
  test("rules come in the order they were made, and the arrows change it", async () => {
    expect(await page("/callpolicyrules")).toContain("There are no Call Policy rules.");
    for (const source of ["a.*", "b.*", "<i>c</i>"]) await create(source);
    expect(await sources()).toEqual(["a.*", "b.*", "&lt;i>c&lt;/i>"]);
    expect((await move("up 3")).headers.location).toBe("/callpolicyrules");
    expect(await sources()).toEqual(["a.*", "&lt;i>c&lt;/i>", "b.*"]);
    await move("down 1");
    expect(await sources()).toEqual(["&lt;i>c&lt;/i>", "a.*", "b.*"]);
    const { lines } = await shell.run("xConfiguration Policy AdministratorPolicy Rule 3 Place");
    expect(lines[0]).toBe("*c xConfiguration Policy AdministratorPolicy Rule 3 Place: 1");
  });

  test("the ends of the list stay where they are", async () => {
    for (const source of ["a", "b"]) await create(source);
    expect(barOf((await move("up 1")).body)).toBe("<b>Failed</b>: it is the first rule already");
    expect(barOf((await move("down 2")).body)).toBe("<b>Failed</b>: it is the last rule already");
    expect(barOf((await move("up 9")).body)).toBe("<b>Failed</b>: there is no rule 9");
    expect(await sources()).toEqual(["a", "b"]);
  });

  test("rules to which the command line gave one place come apart", async () => {
    for (const source of ["a", "b", "c"]) await create(source);
    for (const rule of [1, 2, 3]) await shell.run(`xConfiguration Policy AdministratorPolicy Rule ${rule} Place: 1`);
    await move("down 1");
    expect(await sources()).toEqual(["b", "a", "c"]);
  });

  test("an action that there is not is refused", async () => {
    expect(barOf((await create("a", "b", "Ignore")).body)).toBe(
      "<b>Failed</b>: Action: &quot;Ignore&quot; is not allowed: one of Allow, Reject",
    );
    expect(await sources()).toEqual([]);
  });

  test("a rule is edited, made and deleted by the command line as well", async () => {
    await shell.run("xCommand CallPolicyRuleAdd SourcePattern: a DestinationPattern: b Action: Reject");
    await web.client.submit("/editcallpolicyrule?id=1", {
      policy_administratorpolicy_rule_1_destination_pattern: "c",
    });
    expect(listRows(await page("/callpolicyrules"))[0]?.slice(1, 4)).toEqual(["a", "c", "Reject"]);
    await shell.run("xCommand CallPolicyRuleDelete CallPolicyRuleId: 1");
    expect(await sources()).toEqual([]);
  });
});

describe("the Call Policy file", () => {
  test("is uploaded, shown as text, and deleted", async () => {
    await upload(SCRIPT);
    expect(barOf(await page("/adminpolicy"))).toBe("<b>Success</b>: Call Policy file uploaded");
    expect(web.device.log.newest(1)[0]).toContain(`Event="Policy Change" Detail="Call Policy file uploaded"`);
    const shown = await web.client.submit("/adminpolicy", {}, "Show Call Policy file");
    expect(shown.body).toContain("You are here: Configuration > Call Policy > Configuration > Call Policy file");
    expect(shown.body).toContain("&lt;incoming>&lt;reject status=");
    await web.client.submit("/adminpolicy", {}, "Delete uploaded file");
    expect(web.device.callPolicy.file).toBeUndefined();
    expect(barOf((await web.client.submit("/adminpolicy", {}, "Delete uploaded file")).body)).toBe(
      "<b>Failed</b>: there is no uploaded Call Policy file",
    );
  });

  test.each([
    ["nothing", "", "no file was chosen, or the file is empty"],
    ["half a script", SCRIPT.slice(0, -6), "the file is not a CPL script: line 1, column "],
    ["another document", "<html/>", "the outermost element is not cpl in urn:ietf:params:xml:ns:cpl"],
    ["bytes that are no text", Uint8Array.of(0xff, 0xfe, 0x00), "the file is not a text in UTF-8"],
  ])("%s is refused, and what is there stays", async (_what, sent, reason) => {
    await upload(SCRIPT);
    expect(barOf((await upload(sent)).body)).toContain(reason);
    expect(web.device.callPolicy.file).toBe(SCRIPT);
  });

  test("and rules exclude each other", async () => {
    await upload(SCRIPT);
    expect(barOf((await create("a")).body)).toBe(
      "<b>Failed</b>: there is an uploaded Call Policy file: delete it to use rules",
    );
    expect(await page("/callpolicyrules")).toContain("There is an uploaded Call Policy file");
    await web.client.submit("/adminpolicy", {}, "Delete uploaded file");
    await create("a");
    expect(barOf((await upload(SCRIPT)).body)).toBe(
      "<b>Failed</b>: there are Call Policy rules: delete them to use a file",
    );
    expect(web.device.callPolicy.file).toBeUndefined();
  });
});
