import { afterAll, beforeAll, describe, expect, test } from "vitest";
import ssh2 from "ssh2";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import { startLab, type Lab } from "../../emulator/lab/lab.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { needs, run } from "./program.ts";
import { NETWORK } from "../loopback.ts";

const PORT_OFFSET = 22_000;
const log = new MemoryLog();
let lab: Lab;

beforeAll(async () => {
  const topology = {
    ...builtInTopology({ network: NETWORK, peers: 2 }),
    faults: [{ kind: "delay", peer: "expe1", other: "expe2", delay: "5ms" }],
  };
  lab = await startLab({ topology, log, portOffset: PORT_OFFSET, quick: true, speed: 0 });
  await lab.world.clock.advance(180_000);
});

afterAll(async () => {
  await lab.stop();
  expect(log.errors).toEqual([]);
});

test("a topology's faults are there from the start", () => {
  expect(lab.faults.list()).toMatchObject([{ state: "on", rule: { kind: "delay" } }]);
  expect(lab.faults.list()[0]?.fired).toBeGreaterThan(10);
});

/** A line to the first peer's admin shell; what came back before the end. */
function throughSsh(command: string): Promise<string> {
  return new Promise((resolve) => {
    const client = new ssh2.Client();
    let text = "";
    client.on("error", () => {});
    client.on("close", () => resolve(text));
    client.on("ready", () =>
      client.exec(command, (error, channel) => {
        if (error) return;
        channel.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        channel.on("close", () => client.end());
      }),
    );
    client.connect({ host: `${NETWORK}.1`, port: PORT_OFFSET + 22, username: "admin", password: "TANDBERG" });
  });
}

const nameOfFirst = (): string | undefined => lab.peers[0]?.peer.device?.configuration.get("SystemUnit Name");

describe("a peer that loses its power in the middle of what somebody asked of it", () => {
  needs("curl");

  const put = (name: string): Promise<{ code: number; stdout: string }> =>
    run("curl", [
      "-sSk",
      "--max-time",
      "10",
      "--user",
      "admin:TANDBERG",
      "--data-binary",
      `<Configuration><SystemUnit><Name>${name}</Name></SystemUnit></Configuration>`,
      `https://${NETWORK}.1:${PORT_OFFSET + 443}/putxml`,
    ]);

  test("over HTTPS: no answer, the old value, and the others do not notice more than that", async () => {
    const { code } = await put("before");
    expect([code, nameOfFirst()]).toEqual([0, "before"]);
    for (let write = 1; write <= 2; write++) {
      const { id } = await lab.faults.add({ kind: "crash", peer: "expe1", write });
      const cut = await put("after");
      expect([cut.code === 0, cut.stdout]).toEqual([false, ""]);
      expect(lab.peers[0]?.peer.device).toBeUndefined();
      await lab.power("expe1", "on");
      // The log line is the second write: by then the value is there.
      expect([write, nameOfFirst()]).toEqual([write, write === 1 ? "before" : "after"]);
      lab.faults.remove(id);
    }
  });

  test("over SSH: the connection ends, and the next one is served", async () => {
    await lab.faults.add({ kind: "crash", peer: "expe1", write: 2 });
    expect(await throughSsh('xConfiguration SystemUnit Name: "by ssh"')).toBe("");
    expect(lab.peers[0]?.peer.device).toBeUndefined();
    await lab.power("expe1", "on");
    expect(nameOfFirst()).toBe("after");
    expect(await throughSsh("xConfiguration SystemUnit Name")).toContain('Name: "after"');
  });
});

test("after all that the cluster is well", async () => {
  await lab.world.clock.advance(300_000);
  expect(lab.peers.map(({ peer }) => peer.device?.cluster.databaseStatus)).toEqual(["Active", "Active"]);
  expect(lab.peers.map(({ peer }) => peer.device?.alarms.standing().map(({ type }) => type.id))).toEqual([[], []]);
});
