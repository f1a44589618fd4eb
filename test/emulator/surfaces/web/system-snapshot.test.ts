import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTar } from "../../../../protocol/archive/tar.ts";
import { barOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer({ configuration: [{ path: "Alternates Cluster PreSharedKey", value: "very secret" }] });
  await web.client.logIn();
  web.device.log.network.write("network.h323", "ERROR", { Detail: "a line" });
});

afterAll(() => web.close());

test.each([
  ["status", ["xstatus.txt", "xconfiguration.txt"]],
  ["logs", ["eventlog.txt", "configlog.txt", "networklog.txt"]],
  ["full", ["xstatus.txt", "xconfiguration.txt", "eventlog.txt", "configlog.txt", "networklog.txt"]],
])("G12.12 a %s snapshot is a file with the texts that support asks for", async (kind, names) => {
  const answer = await web.client.submit("/systemsnapshot", {}, `Create ${kind} snapshot`);
  expect(answer.headers["content-disposition"]).toBe(
    `attachment; filename="snapshot_${kind}_TANDBERG_20131209_100000.tar.gz"`,
  );
  const texts = new Map(
    readTar(gunzipSync(answer.rawPayload)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString("utf8")]),
  );
  expect([...texts.keys()]).toEqual(names);
  const begins = {
    "xstatus.txt": "*s SystemUnit:",
    "xconfiguration.txt": "*c xConfiguration ",
    "eventlog.txt": "2013-12-09T10:00:00",
    "configlog.txt": "System Configuration Changed",
    "networklog.txt": ' Module="network.h323" Level="ERROR" ',
  };
  for (const [name, text] of texts) {
    expect(text).toContain(begins[name as keyof typeof begins]);
    expect(text).not.toContain("very secret");
  }
});

test("there is no other kind", async () => {
  const answer = await web.client.submit("/systemsnapshot", {}, "Create no snapshot");
  expect(barOf(answer.body)).toContain("there is no button");
});
