import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeRas } from "../../protocol/ras/ras-message.ts";
import type { RasMessage } from "../../protocol/ras/types.ts";
import { printable, rasMessages } from "../protocol/ras/ras-arbitrary.ts";
import { samples } from "../protocol/ras/ras-samples.ts";
import { needs, run } from "./program.ts";
import { dissectionOf, fieldsOf } from "./ras-dissection.ts";

/** Gatekeepers send and receive RAS here. */
const RAS_PORT = 1719;

describe("RAS messages, shown by tshark", () => {
  needs("tshark");
  needs("text2pcap");

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "xtwin-ras-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  /** Puts each message into a datagram of its own, and gives back the file of them. */
  async function capture(messages: readonly RasMessage[]): Promise<string> {
    const file = join(folder, "ras.pcap");
    const dump = messages.map(
      (message) => `0000 ${Buffer.from(encodeRas(message)).toString("hex").replaceAll(/../g, "$& ")}\n`,
    );
    const { code, stderr } = await run("text2pcap", ["-q", "-u", `${RAS_PORT},${RAS_PORT}`, "-", file], dump.join(""));
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return file;
  }

  async function dissect(messages: readonly RasMessage[]): Promise<unknown[]> {
    const file = await capture(messages);
    const { stdout, code } = await run("tshark", ["-r", file, "-T", "json", "--no-duplicate-keys"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("_ws.malformed");
    const frames = JSON.parse(stdout) as { _source: { layers: Record<string, unknown> } }[];
    return frames.map(({ _source: { layers } }) => fieldsOf(layers["h225"]));
  }

  test("one of each kind", async () => {
    const messages = samples.map(({ message }) => message);
    expect(await dissect(messages)).toEqual(messages.map(dissectionOf));
  });

  test("data in fragments", async () => {
    const data = new Uint8Array(40_000).map((_, at) => at % 251);
    const identifier = { kind: "object", object: "1.3.6.1.4.1.9.1" } as const;
    const message = { kind: "nonStandardMessage", requestSeqNum: 1, nonStandardData: { identifier, data } } as const;
    expect(await dissect([message])).toEqual([dissectionOf(message)]);
  });

  test("many, field by field", async () => {
    const seed = fc.sample(fc.noBias(fc.integer()), 1)[0] ?? 0;
    const messages = fc.sample(rasMessages(printable), { numRuns: 150, seed });
    const shown = await dissect(messages);
    expect(shown, `seed ${seed}`).toHaveLength(messages.length);
    for (const [at, message] of messages.entries()) {
      expect(shown[at], `seed ${seed}, message ${at}`).toEqual(dissectionOf(message));
    }
  });
});
