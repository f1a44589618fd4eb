import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seconds } from "../../../../emulator/world/duration.ts";
import { barOf, listRows } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const get = (path: string): string | undefined => web.device.configuration.read(path);

describe("Users > Administrator groups", () => {
  const create = (fields: Readonly<Record<string, string>>) =>
    web.client.submit("/createadministratorgroup", fields, "Create administrator group");

  test("a group is created with all its rights, edited and deleted", async () => {
    expect(await page("/administratorgroups")).toContain("There are no administrator groups.");
    const rights = { accesslevel: "Read-only", accessweb: "Yes", accessapi: "No", enabled: "Enabled" };
    const created = await create({ name: "VCS readers", ...rights });
    expect([created.statusCode, created.headers.location]).toEqual([303, "/administratorgroups"]);
    expect(listRows(await page("/administratorgroups"))[0]?.slice(1, 6)).toEqual([
      "VCS readers",
      "Enabled",
      "Read-only",
      "Yes",
      "No",
    ]);
    const item = "authentication_account_admin_group_1_";
    await web.client.submit("/editadministratorgroup?id=1", { [`${item}accesslevel`]: "None" });
    expect(get("Authentication Account Admin Group 1 AccessLevel")).toBe("None");
    await web.client.submit("/administratorgroups", { administratorgroup: "1" }, "Delete");
    expect(listRows(await page("/administratorgroups"))).toEqual([]);
  });

  test.each(["a/b", "a;b", 'a"b', "a*b", "a<b"])("a name that no group can have is refused: %s", async (name) => {
    expect(barOf((await create({ name })).body)).toContain("not allowed are /\\[]:;|=,+*?>&lt;@&quot;");
    expect(listRows(await page("/administratorgroups"))).toEqual([]);
  });
});

describe("Users > LDAP configuration", () => {
  test("saves what the directory is asked with, and tells how it is as long as it is used", async () => {
    expect(await page("/ldapconfiguration")).not.toContain("LDAP server connection status");
    const saved = await web.client.submit("/ldapconfiguration", {
      login_source_admin: "Both",
      login_remote_ldap_server_fqdnresolution: "Address record",
      login_remote_ldap_server_address: "192.0.2.9",
      login_remote_ldap_server_port: "636",
      login_remote_ldap_encryption: "Off",
      login_remote_ldap_crlcheck: "None",
      login_remote_ldap_vcs_binddn: "cn=peer",
      login_remote_ldap_vcs_bindpassword: "hunter2",
      login_remote_ldap_sasl: "None",
      login_remote_ldap_basedn_accounts: "ou=people",
      login_remote_ldap_basedn_groups: "",
    });
    expect(saved.statusCode).toBe(303);
    expect([get("Login Source Admin"), get("Login Remote LDAP Server Port")]).toEqual(["Both", "636"]);
    expect(await page("/ldapconfiguration")).toContain("<dd>Checking</dd>");
    await web.world.clock.advance(seconds(2));
    const shown = await page("/loginldap");
    expect(shown).toContain(
      '<dd class="bad">Failed: Failed to connect to LDAP server. Check server address and port</dd>',
    );
    expect(shown).toContain("<dd>192.0.2.9:636</dd>");
    expect(shown).not.toContain("hunter2");
  });
});
