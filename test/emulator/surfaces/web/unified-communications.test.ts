import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import type { Product } from "../../../../emulator/peer/core/identity.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { barOf, listRows, tableRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

async function start(product: Product): Promise<void> {
  web = await startWebPeer({ product });
  await web.client.logIn();
}

afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;

describe("publishers of an Expressway-C", () => {
  beforeEach(() => start("expressway-c"));

  test.each([
    ["Unified CM server", "CollaborationEdge UnifiedCM", "CUCMConfigDelete"],
    ["IM and Presence server", "CollaborationEdge IMP", "XMPPDelete"],
  ])("a %s is kept, its password is not shown, and that nobody was asked is noted", async (noun, list, remove) => {
    const word = noun.replaceAll(" ", "").toLowerCase();
    const fields = { address: "pub.example.com", axlusername: "<b>axl</b>", axlpassword: "s3cret" };
    const create = (more: Readonly<Record<string, string>>) =>
      web.client.submit(`/create${word}`, { ...fields, ...more }, `Create ${noun}`);
    expect(barOf((await create({ axlpassword: "" })).body)).toContain("<b>Failed</b>: Missing argument: Axlpassword");
    await create({ certvalidationdisabled: "On" });
    expect(listRows(await page(`/${word}s`))[0]?.slice(1, 4)).toEqual(["pub.example.com", "&lt;b>axl&lt;/b>", "On"]);
    expect(await page(`/edit${word}?id=1`)).not.toContain("s3cret");
    expect(web.device.configuration.read(`${list} 1 CertValidationDisabled`)).toBe("Off");
    expect(web.device.unimplemented.counts().get("look-up of the publisher pub.example.com by AXL")).toBe(1);
    expect(barOf((await create({})).body)).toContain(`${list} 1 already has the name`);
    await new AdminShell(web.device, ADMIN).run(`xCommand ${remove} Address: pub.example.com`);
    expect(await page(`/${word}s`)).toContain(`There are no ${noun}s.`);
  });

  test("Status > Unified Communications tells of them", async () => {
    const shell = new AdminShell(web.device, ADMIN);
    await shell.run("xCommand CUCMConfigAdd Address: cucm1 Axlusername: a Axlpassword: b");
    await shell.run("xCommand DomainAdd Name: example.com Edgesip: On");
    await web.client.submit("/unifiedcommunications", { collaborationedge_enabled: "On" });
    expect(tableRows(await page("/unifiedcommunicationsstatus"))).toEqual([
      ["Mobile and remote access", "Enabled"],
      ["Domains for Unified CM registrations", "example.com"],
      ["Unified CM servers", "cucm1"],
      ["IM and Presence servers", "none"],
    ]);
  });
});

describe("a VCS Expressway", () => {
  beforeEach(() => start("vcs-expressway"));

  test("has no publishers", async () => {
    expect((await web.client.get("/unifiedcmservers")).statusCode).toBe(404);
    expect(tableRows(await page("/unifiedcommunicationsstatus"))).toHaveLength(2);
  });

  test.each(["publishers", "presentities", "subscribers"])("lists no %s, and says why", async (noun) => {
    expect(await page(`/${noun}`)).toContain(`There are no ${noun}.`);
    await web.client.submit("/presence", { applications_presence_server_mode: "Enabled" });
    expect(await page(`/${noun}`)).toContain("The presence server is Enabled at");
  });

  test("tells of its TMS Provisioning Extension services", async () => {
    await web.client.submit("/tmsprovisioningextension", {
      tmsprovisioningextension_server_address: "tms.example.com",
      tmsprovisioningextension_phonebooks_mode: "On",
    });
    expect(listRows(await page("/tmsprovisioningextensionstatus")).map((cells) => cells.slice(2))).toEqual([
      ["tms.example.com, port 443", "120 seconds", "Disabled"],
      ["tms.example.com, port 443", "120 seconds", "Disabled"],
      ["tms.example.com, port 443", "86400 seconds", "Not connected"],
      ["tms.example.com, port 443", "30 seconds", "Disabled"],
    ]);
  });

  test("an Expressway has neither", async () => {
    const expressway = await startWebPeer();
    await expressway.client.logIn();
    for (const url of ["/publishers", "/tmsprovisioningextension", "/unifiedcmservers"])
      expect((await expressway.client.get(url)).statusCode).toBe(404);
    await expressway.close();
  });
});
