import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barOf, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

describe("Save", () => {
  test("leads back to the page, which says so once", async () => {
    const saved = await web.client.submit("/administration", { systemunit_name: "vcs1" });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, "/administration"]);
    const page = await web.client.get("/administration");
    expect(barOf(page.body)).toBe("<b>Success</b>: Saved");
    expect(shownIn(page.body, "systemunit_name")).toBe("vcs1");
    expect(barOf((await web.client.get("/administration")).body)).toBeUndefined();
    expect(web.device.log.newest(1)[0]).toMatch(
      /configuration\/systemunit\/name - changed from: '' to: 'vcs1'" Src-ip="127\.0\.0\.1" .*User="admin"/,
    );
  });

  test("changes only what was sent and differs", async () => {
    const before = web.device.configuration.generation;
    await web.client.submit("/h323", { h323_gatekeeper_timetolive: "1800", h323_mode: "Off" });
    expect(web.device.configuration.generation).toBe(before + 1);
    expect(web.device.configuration.get("H323 Mode")).toBe("Off");
    expect(web.device.configuration.get("H323 Gatekeeper CallTimeToLive")).toBe("120");
  });

  test("takes the words of the page", async () => {
    const page = await web.client.get("/callrouting");
    expect(shownIn(page.body, "call_routed_mode")).toBe("Off");
    await web.client.submit("/callrouting", { call_routed_mode: "On" });
    expect(web.device.configuration.get("Call Routed Mode")).toBe("Optimal");
    expect(shownIn((await web.client.get("/callrouting")).body, "call_routed_mode")).toBe("On");
  });
});

describe("a refusal", () => {
  test("names label, value and what is allowed, and keeps what was typed", async () => {
    const refused = await web.client.submit("/administration", {
      systemunit_name: "typed but not saved",
      management_session_inactivitytimeout: "soon",
    });
    expect(refused.statusCode).toBe(200);
    expect(barOf(refused.body)).toBe(
      "<b>Failed</b>: Session time out (minutes): &quot;soon&quot; is not allowed: a whole number from 0 to 65535",
    );
    expect(shownIn(refused.body, "systemunit_name")).toBe("typed but not saved");
    expect(shownIn(refused.body, "management_session_inactivitytimeout")).toBe("soon");
    expect(refused.body).toMatch(/name="management_session_inactivitytimeout" [^>]*aria-invalid="true"/);
    expect(web.device.configuration.get("SystemUnit Name")).toBe("");
  });

  test("shows hostile text as text", async () => {
    const hostile = `"><script>alert('1')</script>&`;
    const refused = await web.client.submit("/dns", { ip_dns_hostname: hostile });
    expect(refused.body).not.toContain("<script>");
    expect(refused.body).toContain("&quot;>&lt;script>");
    await web.client.submit("/administration", { systemunit_name: "<b onload=x>&amp;" });
    const page = await web.client.get("/administration");
    expect(page.body).not.toContain("<b onload");
    expect(page.body).toContain("&lt;b onload=x>&amp;amp;");
  });
});

describe("the hidden field", () => {
  test.each([undefined, "", "0".repeat(32)])("has to be right: not %s", async (sessionid) => {
    const response = await web.client.send("/administration", {
      ...(sessionid !== undefined && { sessionid }),
      submitbutton: "Save",
      systemunit_name: "forged",
    });
    expect(response.statusCode).toBe(200);
    expect(barOf(response.body)).toMatch(/^<b>Failed<\/b>: /);
    expect(response.body).not.toContain("forged");
    expect(web.device.configuration.get("SystemUnit Name")).toBe("");
  });

  test("of another session does not count", async () => {
    const own = web.client.cookies.get("SHARPID") ?? "";
    const other = await startWebPeer();
    await other.client.logIn();
    const response = await web.client.send("/administration", { sessionid: own, systemunit_name: "forged" });
    expect(barOf(response.body)).toMatch(/^<b>Failed/);
    await other.close();
  });
});

describe("secrets", () => {
  const KEY = "alternates_cluster_presharedkey";
  const key = (): string => web.device.configuration.get("Alternates Cluster PreSharedKey");

  test("are saved, never shown, and stay when the field is left empty", async () => {
    await web.client.submit("/clustering", { [KEY]: "s3cret<&", pwd_is_changed: "1" });
    expect(key()).toBe("s3cret<&");
    expect((await web.client.get("/clustering")).body).not.toContain("s3cret");
    await web.client.submit("/clustering", { [KEY]: "", alternates_cluster_name: "cluster.example.com" });
    expect(key()).toBe("s3cret<&");
    await web.client.submit("/clustering", { [KEY]: "", pwd_is_changed: "1" });
    expect(key()).toBe("");
  });

  test("are not echoed with a refusal", async () => {
    const refused = await web.client.submit("/clustering", { [KEY]: "t0psecret", alternates_peer_1_address: "x" });
    expect(barOf(refused.body)).toContain("Peer 1 IP address: &quot;x&quot; is not allowed");
    expect(refused.body).not.toContain("t0psecret");
    const tooLong = await web.client.submit("/clustering", { [KEY]: "k".repeat(300) });
    expect(barOf(tooLong.body)).toContain("Cluster pre-shared key: the text is too long");
    expect(tooLong.body).not.toContain("kkkk");
  });
});
