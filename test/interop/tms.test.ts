import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TmsServer } from "../../emulator/lab/surroundings/tms-server.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createRealWorld, type RealWorld } from "../../emulator/world/world.ts";
import { needs, run } from "./program.ts";
import { loopback } from "../loopback.ts";

const ADDRESS = loopback(254);
const PORT_OFFSET = 22_000;
const ROOT = `http://${ADDRESS}:${PORT_OFFSET + 80}/tms/provisioning`;

describe("the TMS of a lab, asked by curl", () => {
  needs("curl");

  const log = new MemoryLog();
  let world: RealWorld;
  let tms: TmsServer;

  beforeAll(async () => {
    world = createRealWorld({ log, portOffset: PORT_OFFSET });
    tms = new TmsServer(world.network, world.clock, ADDRESS, 10);
    await tms.start();
  });

  afterAll(() => {
    tms.stop();
    world.stop();
    expect(log.errors).toEqual([]);
  });

  async function curl(...words: string[]): Promise<{ status: number; body: unknown }> {
    const { stdout } = await run("curl", ["-sS", "--max-time", "10", "-w", "%{http_code}", ...words]);
    return { status: Number(stdout.slice(-3)), body: JSON.parse(stdout.slice(0, -3)) };
  }

  test("tells its limit, and takes another", async () => {
    expect(await curl(ROOT)).toEqual({ status: 200, body: { licenses: 10, systems: {} } });
    const set = await curl("-X", "PUT", "-d", '{"licenses": 12}', `${ROOT}/licenses`);
    expect(set).toEqual({ status: 200, body: { licenses: 12, systems: {} } });
    const reported = await curl("-X", "PUT", "-d", '{"devices": 3}', `${ROOT}/systems/0E5C0001`);
    expect(reported.body).toEqual({ licenses: 12, systems: { "0E5C0001": 3 } });
  });

  test("says what it allows", async () => {
    const { status, body } = await curl("-X", "PUT", "-d", '{"licenses": "many"}', `${ROOT}/licenses`);
    expect(status).toBe(400);
    expect(body).toEqual({ reason: 'the body is {"licenses": a whole number from 0 to 1000000}' });
    expect(await curl("-X", "DELETE", ROOT)).toMatchObject({ status: 400 });
  });
});
