import { describe, expect, it } from "vitest";
import { seconds } from "../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../emulator/world/world.ts";

const A = { address: "10.0.0.1", port: 1719 };
const B = { address: "10.0.0.2", port: 1719 };

async function messagesHeard(seed: number, prepare: (world: SimulatedWorld) => void): Promise<string[]> {
  const world = createSimulatedWorld({ seed, log: new MemoryLog() });
  const heard: string[] = [];
  await world.network.bind(B, (data) => void heard.push(Buffer.from(data).toString()));
  const socket = await world.network.bind(A, () => {});
  prepare(world);
  for (let number = 0; number < 100; number++)
    world.clock.after("send", number, () => socket.send(Buffer.from(String(number)), B));
  await world.clock.advance(seconds(10));
  return heard;
}

describe("the simulated world", () => {
  it("delivers everything in order while nothing is wrong", async () => {
    expect(await messagesHeard(1, () => {})).toEqual(Array.from({ length: 100 }, (_, number) => String(number)));
  });

  it("gives the same run for the same seed, another for another", async () => {
    const lossy = (world: SimulatedWorld): void => world.network.setCondition({ loss: 0.3, jitter: 50 });
    const [one, again, other] = await Promise.all([
      messagesHeard(1, lossy),
      messagesHeard(1, lossy),
      messagesHeard(2, lossy),
    ]);
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    expect(one.length).toBeGreaterThan(40);
    expect(one.length).toBeLessThan(95);
    expect(one).not.toEqual(one.toSorted((a, b) => Number(a) - Number(b)));
  });

  it("cuts one direction and leaves the other", async () => {
    expect(await messagesHeard(1, (world) => world.network.setCondition({ cut: true }, A.address, B.address))).toEqual(
      [],
    );
    expect(
      await messagesHeard(1, (world) => world.network.setCondition({ cut: true }, B.address, A.address)),
    ).toHaveLength(100);
  });

  it("breaks a stream when nothing passes for long, and holds it up when something does", async () => {
    const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
    const heard: string[] = [];
    await world.network.listen(B, (connection) =>
      connection.onData((data) => void heard.push(Buffer.from(data).toString())),
    );
    const connection = world.network.connect(A.address, B);
    let closed = false;
    connection.onClose(() => (closed = true));
    connection.send(Buffer.from("one"));
    await world.clock.advance(seconds(1));
    world.network.setCondition({ cut: true });
    connection.send(Buffer.from("two"));
    await world.clock.advance(seconds(5));
    world.network.heal();
    await world.clock.advance(seconds(5));
    expect(heard).toEqual(["one", "two"]);
    world.network.setCondition({ cut: true });
    connection.send(Buffer.from("three"));
    await world.clock.advance(seconds(30));
    expect([closed, heard]).toEqual([true, ["one", "two"]]);
  });
});
