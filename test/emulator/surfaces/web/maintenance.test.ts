import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { QUICK_TIMES } from "../../../../emulator/peer/maintenance/times.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { formIdOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const mode = (): string => web.device.configuration.get("SystemUnit Maintenance Mode");

describe("Maintenance mode", () => {
  const FIELD = "systemunit_maintenance_mode";

  test("asks before it is switched on, and OK switches it on", async () => {
    const page = await web.client.get("/maintenancemode");
    expect(page.body).toContain('name="askfirst"');
    const asked = await web.client.submit("/maintenancemode", { askfirst: "yes", [FIELD]: "On" });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('role="alertdialog"');
    expect(mode()).toBe("Off");
    expect(asked.body).not.toContain('name="askfirst"');
    expect(asked.body).toContain(`<input type="hidden" name="${FIELD}" value="On"/>`);
    const confirmed = await web.client.send("/maintenancemode", {
      sessionid: formIdOf(asked.body),
      submitbutton: "Save",
      [FIELD]: "On",
    });
    expect(confirmed.statusCode).toBe(303);
    expect(mode()).toBe("On");
    expect(web.device.alarms.standing().map((record) => record.type.id)).toContain(15015);
  });

  test("does not ask when it is switched off", async () => {
    await web.client.submit("/maintenancemode", { [FIELD]: "On" });
    expect(mode()).toBe("On");
    await web.client.submit("/maintenancemode", { askfirst: "yes", [FIELD]: "Off" });
    expect(mode()).toBe("Off");
  });
});

describe("Restart options", () => {
  test("ask before anything happens", async () => {
    for (const button of ["Restart", "Reboot", "Shutdown"]) {
      const asked = await web.client.submit("/restartoptions", { askfirst: "yes" }, button);
      expect(asked.body).toContain(`${button} the system?`);
      expect(asked.body).toContain(`name="submitbutton" value="${button}"`);
    }
    expect(web.peer.device).toBe(web.device);
  });

  test.each([
    ["Restart", "Restarting", "Restart Requested", 3],
    ["Reboot", "Rebooting", "Reboot Requested", 5],
  ])("%s goes down once its page has left and comes back", async (button, title, event, downtime) => {
    const life = (await web.client.get("/static/life")).body;
    const page = await web.client.submit("/restart", {}, button);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`<title>${title}</title>`);
    expect(page.body).toContain(`data-life="${life}"`);
    expect(page.body).toContain(`This takes about ${downtime} minutes.`);
    expect(page.headers["content-security-policy"]).toMatch(/script-src 'sha256-/);
    expect(web.device.log.newest(2).join("\n")).toContain(`Event="${event}" User="admin"`);
    await web.world.clock.advance(minutes(downtime) - 1);
    expect(web.peer.device).toBeUndefined();
    await web.world.clock.advance(minutes(1));
    expect(web.peer.device).toBeDefined();
    expect(web.peer.device).not.toBe(web.device);
  });

  test("tell how long it takes in a lab whose restarts are quick", async () => {
    await web.close();
    web = await startWebPeer({ times: QUICK_TIMES });
    await web.client.logIn();
    expect((await web.client.get("/restartoptions")).body).toContain("This takes about 2 seconds.");
    expect((await web.client.submit("/restart", {}, "Restart")).body).toContain("This takes about 2 seconds.");
  });

  test("G10.1 after a change of the LAN 1 address the last page leads to the new one and does not wait at the old", async () => {
    web.device.configuration.set([{ path: "Ethernet 1 IP V4 Address", value: "10.0.0.77" }], { user: "admin" });
    const page = await web.client.submit("/restart", {}, "Restart");
    expect(page.body).toMatch(/When the system is back, it is at <a href="https:\/\/10\.0\.0\.77(:\d+)?\/login\/">/);
    expect(page.body).not.toContain("data-life");
    expect(page.body).not.toContain("<script");
  });

  test("Shutdown stays down", async () => {
    const page = await web.client.submit("/restartoptions", {}, "Shutdown");
    expect(page.body).toContain("<title>Shutting down</title>");
    expect(page.body).not.toContain("data-life");
    await web.world.clock.advance(minutes(60));
    expect(web.peer.device).toBeUndefined();
  });

  test("refuse a button that is not theirs", async () => {
    const page = await web.client.submit("/restartoptions", {}, "Explode");
    expect(page.body).toContain(
      "there is no button &quot;Explode&quot; on this page, which has &quot;Restart&quot;, &quot;Reboot&quot;, &quot;Shutdown&quot;",
    );
    expect(web.peer.device).toBe(web.device);
  });
});
