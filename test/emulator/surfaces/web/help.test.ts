import { afterAll, beforeAll, expect, test } from "vitest";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName, pageTitle } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { listRows, WebClient } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;
beforeAll(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterAll(() => web.close());

const bodyOf = async (url: string): Promise<string> => (await web.client.get(url)).body;

const entries = menu.filter((entry) => isPartOf(entry, { product: "expressway-e", hardware: "virtual-machine" }));

test.each(entries.map((entry) => [pageName(entry), pageTitle(entry)]))("/%s has help", async (name, title) => {
  const { statusCode, body } = await web.client.get(`/help?page=${name}&id=1`);
  expect(statusCode).toBe(200);
  expect(body).toContain(`<h1>Help: ${title}</h1>`);
  expect(body).not.toMatch(/undefined|\[object/);
});

test("each page leads to its own help, with the row that it shows, in a window of its own", async () => {
  await web.client.submit("/createpipe", { name: "Leased line" }, "Create pipe");
  expect(await bodyOf("/editpipe?id=1")).toContain(
    '<a href="/help?page=editpipe&amp;id=1" target="_blank" rel="noopener">Help</a>',
  );
  expect(listRows(await bodyOf("/help?page=editpipe&id=1"))).toContainEqual([
    "Name *",
    "Name of the pipe.",
    "up to 50 characters",
    "blank",
    "xConfiguration Bandwidth Pipe 1 Name",
    expect.stringMatching(/.../),
  ]);
});

test("it tells which fields are this peer's alone, what follows from them, and which are only kept", async () => {
  const clustering = listRows(await bodyOf("/help?page=clustering"));
  expect(clustering.find(([field]) => field === "Cluster name †")?.at(-1)).toBe("compared between peers; 20012, 20019");
  const interworking = listRows(await bodyOf("/help?page=interworking"));
  expect(interworking.map((row) => row.at(-1))).toEqual(["stored only"]);
});

test("there is none for what is no page, and none for a page that is closed to whoever asks", async () => {
  for (const page of ["", "nosuchpage", "help", "<i>"]) {
    const { statusCode, body } = await web.client.get(`/help?page=${encodeURIComponent(page)}`);
    expect([statusCode, body.includes("<i>")]).toEqual([404, false]);
  }
  expect(await bodyOf("/nosuchpage")).not.toContain("/help?");
  web.device.accounts.add({ Name: "auditor", Password: "secret", AccessLevel: "Auditor" }, { user: "admin" });
  const auditor = new WebClient(web.app);
  await auditor.logIn("auditor", "secret");
  expect((await auditor.get("/help?page=zones")).statusCode).toBe(403);
  expect((await auditor.get("/help?page=alarms")).statusCode).toBe(200);
});

test("without a session it leads to the log-in page", async () => {
  const { statusCode, headers } = await new WebClient(web.app).get("/help?page=zones");
  expect([statusCode, headers["location"]]).toEqual([302, "/login/"]);
});
