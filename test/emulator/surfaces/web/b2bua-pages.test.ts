import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf, formIdOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
let shell: AdminShell;

beforeEach(async () => {
  web = await startWebPeer();
  shell = new AdminShell(web.device, ADMIN);
  await web.client.logIn();
});

afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const LYNC = "Applications B2BUA MicrosoftLync";
const hostile = `"><script>x</script>`;

type Row = readonly [
  noun: string,
  fields: Readonly<Record<string, string>>,
  item: string,
  value: string,
  bad: readonly [field: string, value: string, reason: string],
];

const lists: readonly Row[] = [
  [
    "B2BUA trusted host",
    { name: hostile, address: "198.51.100.7", type: "Transcoder" },
    `${LYNC} TrustedHost 1 Type`,
    "Transcoder",
    ["address", "lync1", "IP address: &quot;lync1&quot; is not allowed"],
  ],
  [
    "transcoder",
    { address: "198.51.100.8", port: "5062" },
    `${LYNC} Transcoder 1 Port`,
    "5062",
    ["port", "80", "Port: &quot;80&quot; is not allowed: a whole number from 1024 to 65534"],
  ],
  [
    "transcoder policy rule",
    { name: "Rooms", description: hostile, pattern_string: "room", state: "Disabled" },
    `${LYNC} Transcoders PolicyRule 1 State`,
    "Disabled",
    ["pattern_string", "", "Pattern string: &quot;&quot; is too short"],
  ],
  [
    "B2BUA TURN server",
    { address: "198.51.100.9", username: "b2bua", password: "s3cret" },
    "Applications B2BUA TURN Server 1 UserName",
    `"b2bua"`,
    ["address", "", "TURN server address: &quot;&quot; is too short"],
  ],
  [
    "Default Zone access rule",
    { name: hostile, pattern_string: "partner.example.com", pattern_type: "Suffix", action: "Deny" },
    "Zones DefaultZone AccessRules Rule 1 Action",
    "Deny",
    ["priority", "0", "Priority: &quot;0&quot; is not allowed: a whole number from 1 to 65534"],
  ],
];

describe.each(lists)("the list of each %s", (noun, fields, item, value, [field, badValue, reason]) => {
  const word = noun.replaceAll(" ", "").toLowerCase();
  const create = (more: Readonly<Record<string, string>> = {}) =>
    web.client.submit(`/create${word}`, { ...fields, ...more }, `Create ${noun}`);

  test("takes a row, which the command line shows, and gives it back", async () => {
    expect(await page(`/${word}s`)).toContain(`There are no ${noun}s.`);
    expect((await create()).headers.location).toBe(`/${word}s`);
    const body = await page(`/${word}s`);
    expect(listRows(body)).toHaveLength(1);
    expect(body).not.toContain("<script>");
    expect(body).toContain("does not act on them");
    expect((await shell.run(`xConfiguration ${item}`)).lines[0]).toBe(`*c xConfiguration ${item}: ${value}`);
    expect((await web.client.get(`/edit${word}?id=1`)).statusCode).toBe(200);
    expect(await page(`/edit${word}?id=1`)).not.toContain("s3cret");
    await web.client.submit(`/${word}s`, { [word]: "1" }, "Delete");
    expect(await page(`/${word}s`)).toContain(`There are no ${noun}s.`);
  });

  test("refuses what a row cannot have", async () => {
    expect(barOf((await create({ [field]: badValue })).body)).toContain(`<b>Failed</b>: ${reason}`);
    expect(await page(`/${word}s`)).toContain(`There are no ${noun}s.`);
  });
});

describe("B2BUA service restart", () => {
  const needed = (): boolean => web.device.alarms.standing().some(({ type }) => type.id === 55001);
  const set = (item: string, value: string) => shell.run(`xConfiguration ${LYNC} ${item}: ${value}`);
  const restart = () => web.client.submit("/b2buaservicerestart", {}, "Restart service");

  test("is asked for by a change while the service is enabled, and clears the alarm", async () => {
    await set("Port Lync", "65073");
    expect(needed()).toBe(false);
    await set("Mode", "Enabled");
    await set("Port Lync", "65074");
    expect(needed()).toBe(true);
    expect(tableRows(await page("/b2buaservicerestart"))).toEqual([
      ["Microsoft Lync B2BUA", "Enabled"],
      ["Restart required", "Yes"],
    ]);
    await restart();
    expect(barOf(await page("/b2buaservicerestart"))).toBe("<b>Success</b>: B2BUA service restarted");
    expect(needed()).toBe(false);
    expect(web.device.log.newest(4).join("\n")).toMatch(/Application Start.*B2BUA[\s\S]*Application Exit.*B2BUA/);
    await set("Port Lync", "65075");
    expect(needed()).toBe(true);
  });

  test("of a change that was taken back is not needed any more", async () => {
    await set("Mode", "Enabled");
    await set("Port Lync", "65074");
    await set("Port Lync", "65072");
    expect(needed()).toBe(false);
    await set("Port Lync", "65074");
    await set("Mode", "Disabled");
    expect(needed()).toBe(false);
  });

  test("asks first, and there is none of a service that is disabled", async () => {
    expect(barOf((await restart()).body)).toBe(
      "<b>Failed</b>: the Microsoft Lync B2BUA is Disabled: there is no service to restart",
    );
    await set("Mode", "Enabled");
    const sessionid = formIdOf(await page("/b2buarestart"));
    const asked = await web.client.send("/b2buarestart", {
      sessionid,
      askfirst: "yes",
      submitbutton: "Restart service",
    });
    expect(asked.body).toContain("Restart the B2BUA service of this peer?");
  });
});

test("Status > Applications > Lync B2BUA tells what is configured", async () => {
  await shell.run(`xConfiguration ${LYNC} Destination Address: lync.example.com`);
  await shell.run("xCommand B2BUATranscoderAdd Address: 198.51.100.8");
  expect(tableRows(await page("/lyncb2buastatus"))).toEqual([
    ["Service", "Disabled"],
    ["Lync signaling destination", "lync.example.com, port 5061"],
    ["Trusted hosts", "0"],
    ["Transcoders", "1"],
  ]);
});
