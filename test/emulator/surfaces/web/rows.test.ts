import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barOf, formIdOf, listRows, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;
const get = (path: string): string | undefined => web.device.configuration.read(path);

describe("Configuration > Bandwidth", () => {
  test("a pipe is created with all its fields, edited, and put on a link", async () => {
    expect(await page("/pipes")).toContain("There are no pipes.");
    expect((await web.client.submit("/pipes", {}, "New")).headers.location).toBe("/createpipe");
    const created = await web.client.submit(
      "/createpipe",
      {
        name: "Branch",
        bandwidth_total_mode: "Limited",
        bandwidth_total_limit: "2000",
        bandwidth_percall_mode: "No bandwidth",
        bandwidth_percall_limit: "1920",
      },
      "Create pipe",
    );
    expect([created.statusCode, created.headers.location]).toEqual([303, "/pipes"]);
    expect(listRows(await page("/pipes"))[0]?.slice(1, 4)).toEqual(["Branch", "2000 kbps", "No bandwidth"]);
    await web.client.submit("/editpipe?id=1", { bandwidth_pipe_1_bandwidth_total_limit: "3000" });
    expect(get("Bandwidth Pipe 1 Bandwidth Total Limit")).toBe("3000");

    const link = await page("/editlink?id=1");
    expect(link).toContain("<option>Branch</option>");
    expect(link).toContain("<option>ClusterSubZone</option>");
    await web.client.submit("/editlink?id=1", { bandwidth_link_1_pipe1_name: "Branch" });
    expect(listRows(await page("/links"))[0]?.slice(1)).toEqual([
      "DefaultSZtoTraversalSZ",
      "DefaultSubZone",
      "TraversalSubZone",
      "Branch",
      "",
      "0",
      "0 kbps",
      "View/Edit",
    ]);
  });

  test("a refused value leaves nothing half made, and the fields as they were typed", async () => {
    const refused = await web.client.submit(
      "/createpipe",
      { name: "Branch", bandwidth_total_mode: "Limited", bandwidth_total_limit: "0" },
      "Create pipe",
    );
    expect(barOf(refused.body)).toBe(
      "<b>Failed</b>: Total bandwidth limit (kbps): &quot;0&quot; is not allowed: a whole number from 1 to 100000000",
    );
    expect(shownIn(refused.body, "name")).toBe("Branch");
    expect(shownIn(refused.body, "bandwidth_total_mode")).toBe("Limited");
    expect(web.device.configuration.rows.of("Bandwidth Pipe")).toEqual([]);
    const unnamed = await web.client.submit("/createpipe", { name: "" }, "Create pipe");
    expect(barOf(unnamed.body)).toContain("Name: &quot;&quot; is too short");
  });

  test("a field that means nothing beside the others is left as it is, and refused when it is typed", async () => {
    const fields = { name: "Branch", bandwidth_total_mode: "Unlimited", bandwidth_total_limit: "500000" };
    expect((await web.client.submit("/createpipe", fields, "Create pipe")).statusCode).toBe(303);
    expect(web.device.configuration.stored("Bandwidth Pipe 1 Bandwidth Total Mode")?.value).toBe("Unlimited");
    const saved = await web.client.submit("/editpipe?id=1", { bandwidth_pipe_1_bandwidth_total_limit: "700" });
    expect(barOf(saved.body)).toBe(
      "<b>Failed</b>: Total bandwidth limit (kbps): applies only while " +
        "Bandwidth Pipe 1 Bandwidth Total Mode is Limited",
    );
    await web.client.submit("/editpipe?id=1", {
      bandwidth_pipe_1_bandwidth_total_mode: "Limited",
      bandwidth_pipe_1_bandwidth_total_limit: "700",
    });
    expect(get("Bandwidth Pipe 1 Bandwidth Total Limit")).toBe("700");
  });

  test("a link joins nodes that are there", async () => {
    const refused = await web.client.submit(
      "/createlink",
      { name: "Nowhere", node1_name: "", node2_name: "DefaultZone", pipe1_name: "" },
      "Create link",
    );
    expect(barOf(refused.body)).toContain(
      "<b>Failed</b>: Node 1: &quot;&quot; is not one of DefaultSubZone, TraversalSubZone, ClusterSubZone, DefaultZone",
    );
    expect(web.device.configuration.rows.of("Bandwidth Link")).toHaveLength(4);
  });

  test("Delete asks and then deletes; a deleted default link has its alarm", async () => {
    const sessionid = formIdOf(await page("/links"));
    const asked = await web.client.send("/links", { sessionid, askfirst: "yes", submitbutton: "Delete", link: "1" });
    expect(asked.body).toContain("Delete DefaultSZtoTraversalSZ?");
    expect(web.device.configuration.rows.of("Bandwidth Link")).toHaveLength(4);
    await web.client.submit("/links", { link: "1" }, "Delete");
    expect(barOf(await page("/links"))).toBe("<b>Success</b>: Link deleted");
    expect(web.device.alarms.standing().map(({ type }) => type.id)).toContain(45007);
    expect(barOf((await web.client.submit("/links", {}, "Delete")).body)).toBe("<b>Failed</b>: no link is selected");
  });
});

test("a subzone brings its links and takes them along", async () => {
  const created = await web.client.submit(
    "/createsubzone",
    { name: "Branch", registrations: "Deny", bandwidth_percall_inter_mode: "Limited" },
    "Create subzone",
  );
  expect(created.headers.location).toBe("/subzones");
  expect(get("Zones LocalZone SubZones SubZone 1 Registrations")).toBe("Deny");
  expect(get("Zones LocalZone SubZones SubZone 1 Bandwidth PerCall Inter Mode")).toBe("Limited");
  expect(listRows(await page("/subzones"))[0]?.slice(1)).toEqual(["Branch", "0", "0", "0", "0 kbps", "View/Edit"]);
  expect(
    listRows(await page("/links"))
      .slice(4)
      .map((row) => row.slice(1, 4)),
  ).toEqual([
    ["SubZone001ToDefaultSZ", "Branch", "DefaultSubZone"],
    ["SubZone001ToTraversalSZ", "Branch", "TraversalSubZone"],
  ]);
  expect(await page("/localzone")).toContain("Branch");
  await web.client.submit("/subzones", { subzone: "1" }, "Delete");
  expect(listRows(await page("/links"))).toHaveLength(4);
});

describe("Configuration > Dial plan", () => {
  test("transforms are listed by priority and take effect", async () => {
    const create = (fields: Record<string, string>) =>
      web.client.submit("/createtransform", { state: "Enabled", ...fields }, "Create transform");
    await create({
      priority: "20",
      description: "late",
      pattern_type: "Prefix",
      pattern_string: "9",
      pattern_behavior: "Strip",
    });
    await create({
      priority: "10",
      description: "domain",
      pattern_type: "Regex",
      pattern_string: "[^@]*",
      pattern_behavior: "Add Suffix",
      pattern_replace: "@example.com",
    });
    expect(listRows(await page("/transforms")).map((row) => row.slice(1, 8))).toEqual([
      ["10", "Enabled", "domain", "[^@]*", "Regex", "Add Suffix", "@example.com"],
      ["20", "Enabled", "late", "9", "Prefix", "Strip", ""],
    ]);
    expect(web.device.routing.plan.transform("alice").alias).toBe("alice@example.com");
  });

  test("a search rule is created whole", async () => {
    await web.client.submit(
      "/createsearchrule",
      {
        name: "Digits",
        priority: "40",
        protocol: "H.323",
        source_mode: "All zones",
        mode: "Alias pattern match",
        pattern_type: "Regex",
        pattern_string: "\\d+",
        pattern_behavior: "Leave",
        progress: "Stop",
        target_name: "LocalZone",
      },
      "Create search rule",
    );
    expect(listRows(await page("/searchrules")).map((row) => row.slice(1, -1))).toEqual([
      [
        "40",
        "Digits",
        "H.323",
        "All zones",
        "",
        "No",
        "Alias pattern match",
        "Regex",
        "\\d+",
        "Leave",
        "Stop",
        "LocalZone",
        "Enabled",
      ],
      ["50", "LocalZoneMatch", "Any", "Any", "", "No", "Any alias", "", "", "", "Continue", "LocalZone", "Enabled"],
    ]);
    expect(web.device.routing.plan.rules.map(({ name }) => name)).toEqual(["Digits", "LocalZoneMatch"]);
  });
});
