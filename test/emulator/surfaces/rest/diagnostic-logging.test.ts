import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readTar } from "../../../../protocol/archive/tar.ts";
import { startRestPeer, type RestPeer } from "./rest-peer.ts";

const PATH = "common/diagnosticlogging";

let peer: RestPeer;
beforeEach(async () => {
  peer = await startRestPeer();
});
afterEach(() => peer.close());

test("logging is started, stopped, collected and downloaded", async () => {
  expect(await peer.get(PATH)).toEqual({ Status: "Stopped", DownLoadStatus: "There is no log" });
  await peer.done("PUT", PATH, { Mode: "start", TCPDump: "on" });
  expect(await peer.get(PATH)).toEqual({ Status: "In progress", DownLoadStatus: "Ready to download" });
  await peer.done("PUT", PATH, { Mode: "stop" });
  await peer.done("PUT", PATH, { Mode: "collect" });
  const answer = await peer.ask("PUT", PATH, { Mode: "download" });
  expect([answer.statusCode, answer.headers["content-disposition"]]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="diagnostic_log_TANDBERG_\d{8}_\d{6}\.tar\.gz"$/),
  ]);
  expect(readTar(gunzipSync(answer.rawPayload))).toHaveLength(2);
});

test.each([
  [{ Mode: "stop" }, "diagnostic logging is not running"],
  [{ Mode: "collect" }, "there is no diagnostic log: start logging first"],
  [{ Mode: "download" }, "there is no diagnostic log: start logging first"],
  [{ Mode: "pause" }, 'Mode: "pause" is not allowed: one of start, stop, collect, download'],
  [{}, "Mode: nothing is not allowed: one of start, stop, collect, download"],
  [{ Mode: "start", TCPDump: true }, "TCPDump: true is not allowed: one of on, off"],
])("%j is refused", async (body, message) => {
  expect(await peer.refused("PUT", PATH, body)).toEqual([400, message]);
});

test("a member that it does not have is refused", async () => {
  expect(await peer.refused("PUT", PATH, { Mode: "start", Colour: "red" })).toEqual([
    400,
    expect.stringContaining("Colour"),
  ]);
});
