import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seconds } from "../../../../emulator/world/duration.ts";
import { HEAD_OFFICE, startCallingWebPeer } from "./calling-web-peer.ts";
import { barOf, listRows, shownIn, tableRows } from "./web-client.ts";
import type { WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startCallingWebPeer();
});

afterEach(() => web.close());

describe("Check pattern", () => {
  const check = (fields: Record<string, string>) =>
    web.client.submit(
      "/checkpattern",
      {
        Target: "alice@example.com",
        Type: "Suffix",
        Pattern: "@example.com",
        Behavior: "Strip",
        Replace: "",
        ...fields,
      },
      "Check pattern",
    );

  test.each([
    [{}, "alice"],
    [{ Behavior: "Leave" }, "alice@example.com"],
    [{ Behavior: "Replace", Replace: "@example.net" }, "alice@example.net"],
    [{ Behavior: "Add Prefix", Replace: "9" }, "9alice@example.com"],
    [{ Type: "Regex", Pattern: "(.*)@(.*)", Behavior: "Replace", Replace: "\\2.\\1" }, "example.com.alice"],
  ])("%j gives %s", async (fields, result) => {
    const page = await check(fields);
    expect(page.statusCode).toBe(200);
    expect(Object.fromEntries(tableRows(page.body))["Alias"]).toBe(result);
    expect(shownIn(page.body, "Target")).toBe("alice@example.com");
  });

  test("says that nothing matches, and what is allowed", async () => {
    expect(barOf((await check({ Target: "bob@elsewhere.example.org" })).body)).toBe(
      "<b>Failed</b>: The alias does not match the pattern",
    );
    const wrong = await check({ Type: "Suffixx" });
    expect(barOf(wrong.body)).toContain("&quot;Suffixx&quot; is not allowed: one of Exact, Prefix, Suffix, Regex");
    expect(barOf((await check({ Target: "" })).body)).toContain("Target");
  });
});

describe("Locate", () => {
  const locate = async (fields: Record<string, string> = {}) => {
    const sent = { Alias: "bob@head.example.com", HopCount: "15", Protocol: "H.323", SourceZone: "LocalZone" };
    return web.client.submit("/locate", { ...sent, Authenticated: "No", SourceAlias: "", ...fields }, "Locate");
  };

  test("searches while time passes, the page looks again by itself, and then tells the steps", async () => {
    const sent = await locate();
    expect(sent.statusCode).toBe(303);
    const url = String(sent.headers.location);
    const waiting = await web.client.get(url);
    expect(waiting.body).toContain("Searching...");
    expect(waiting.headers["refresh"]).toBe("1");
    await web.world.clock.advance(seconds(1));
    const over = await web.client.get(url);
    expect(over.headers["refresh"]).toBeUndefined();
    expect(over.body).toContain("Search completed");
    expect(Object.fromEntries(tableRows(over.body))).toMatchObject({
      Status: "Found",
      "Search type": "LRQ",
      Source: "xcom-locate",
      "Hop count": "15",
    });
    expect(listRows(over.body).at(-1)).toEqual([
      "Search rule Head office",
      `Head office: ${HEAD_OFFICE}:1719 confirms`,
    ]);
    expect(shownIn(over.body, "Alias")).toBe("bob@head.example.com");
  });

  test("an alias that nobody has is not found", async () => {
    const url = String((await locate({ Alias: "nobody" })).headers.location);
    await web.world.clock.advance(seconds(1));
    expect(Object.fromEntries(tableRows((await web.client.get(url)).body))["Status"]).toBe("Not found");
  });

  test("what cannot be asked is refused", async () => {
    expect(barOf((await locate({ HopCount: "256" })).body)).toContain("a whole number from 0 to 255");
    expect(barOf((await locate({ Alias: "" })).body)).toContain("Alias");
    expect((await web.client.get("/locate?tag=forgotten")).body).toContain("This search is no longer known");
    expect(web.device.routing.searches.history).toEqual([]);
  });
});
