import { describe, expect, test } from "vitest";
import { traceRoute } from "../../../../../emulator/peer/network/network-tools/trace-route.ts";
import type { EchoOutcome } from "../../../../../emulator/world/echo.ts";

const router = (by: string): EchoOutcome => ({ kind: "exceeded", by });
const silent: EchoOutcome = { kind: "silent" };
const host: EchoOutcome = { kind: "reply", by: "192.0.2.9", milliseconds: 1.5 };

/** The responses of a way, by time to live; beyond its end everything is the last. */
async function trace(...way: readonly EchoOutcome[]): Promise<readonly string[] | string> {
  const hops = await traceRoute((timeToLive) => Promise.resolve(way[timeToLive - 1] ?? way.at(-1) ?? silent));
  if (typeof hops === "string") return hops;
  expect(hops.map(({ timeToLive }) => timeToLive)).toEqual(hops.map((_, place) => place + 1));
  return hops.map(({ response }) => response);
}

describe("a trace", () => {
  test("names each router, and ends with the host", async () => {
    expect(await trace(router("10.0.0.1"), silent, router("10.0.1.1"), host)).toEqual([
      "10.0.0.1",
      "***",
      "10.0.1.1",
      "192.0.2.9 (1.5 ms)",
    ]);
  });

  test("ends after three that do not answer in a row", async () => {
    expect(await trace(silent, silent, router("10.0.0.1"), silent)).toEqual([
      "***",
      "***",
      "10.0.0.1",
      "***",
      "***",
      "***",
    ]);
  });

  test("ends where somebody says that the host cannot be reached", async () => {
    expect(
      await trace(
        router("10.0.0.1"),
        { kind: "unreachable", by: "10.0.0.1", words: "Destination Net Unreachable" },
        host,
      ),
    ).toEqual(["10.0.0.1", "Destination Net Unreachable (10.0.0.1)"]);
  });

  test("ends after thirty routers", async () => {
    expect(await trace(router("10.0.0.1"))).toHaveLength(30);
  });

  test("says that there is nothing to send with", async () => {
    expect(await trace({ kind: "no ping program" })).toBe("no ping program");
  });
});
