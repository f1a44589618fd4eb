import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLab, type Lab } from "../../emulator/lab/lab.ts";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import { hours } from "../../emulator/world/duration.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { needs, onlyWhere, run } from "./program.ts";
import { loopback } from "../loopback.ts";

const SERVER = loopback(201);
const AHEAD = 3 * 3600;

describe("the lab's time server, asked by time clients (G3.5)", () => {
  const root = process.getuid?.() === 0;
  onlyWhere(root, "the time clients know no port but 123, which is root's");

  const log = new MemoryLog();
  let lab: Lab;

  beforeAll(async () => {
    if (!root) return;
    const topology = { ...builtInTopology(), surroundings: SERVER };
    lab = await startLab({ topology, log, runs: { surroundings: true, peers: [] } });
    await lab.world.clock.advance(hours(3));
  });
  afterAll(async () => {
    if (!root) return;
    await lab.stop();
    expect(log.errors).toEqual([]);
  });

  /** `2026-01-31 10:00:00.000000 (+0000) +10800.000123 +/- 0.000321 127.211.34.201 s1 no-leap` */
  function readAnswer(text: string): { offset: number; uncertainty: number; rest: string } {
    const [, offset, uncertainty, rest = ""] = / ([+-][\d.]+) \+\/- ([\d.]+) (.*)/.exec(text) ?? [];
    return { offset: Number(offset), uncertainty: Number(uncertainty), rest };
  }

  describe.each([
    ["ntpdate", ["-q", SERVER]],
    ["ntpdig", [SERVER]],
  ])("%s", (program, words) => {
    needs(program);

    test("is told the lab's time, not the machine's", async () => {
      const { stdout, code } = await run(program, words);
      expect(code).toBe(0);
      const { offset, uncertainty, rest } = readAnswer(stdout);
      expect(rest).toContain(`${SERVER} s1 no-leap`);
      expect(Math.abs(offset - AHEAD)).toBeLessThan(1);
      expect(uncertainty).toBeLessThan(1);
    });
  });
});
