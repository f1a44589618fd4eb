import { describe, expect, it } from "vitest";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { seconds } from "../../../emulator/world/duration.ts";
import { createSimulatedWorld } from "../../../emulator/world/world.ts";

const A = { address: "10.0.0.1", port: 1719 };
const B = { address: "10.0.0.2", port: 1719 };

describe("the simulated world", () => {
  it("delivers everything in order while nothing is wrong", async () => {
    const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
    const heard: string[] = [];
    await world.network.bind(B, (data) => void heard.push(Buffer.from(data).toString()));
    const socket = await world.network.bind(A, () => {});
    for (let number = 0; number < 100; number++)
      world.clock.after("send", number, () => socket.send(Buffer.from(String(number)), B));
    await world.clock.advance(seconds(10));
    expect(heard).toEqual(Array.from({ length: 100 }, (_, number) => String(number)));
  });

  it("carries a stream: what is sent before it is open, what follows, and the end", async () => {
    const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
    const heard: string[] = [];
    await world.network.listen(B, (connection) => {
      connection.onData((data) => void heard.push(Buffer.from(data).toString()));
      connection.onClose(() => void heard.push("closed"));
    });
    const connection = world.network.connect(A.address, B);
    connection.onOpen(() => connection.send(Buffer.from("as soon as it is open")));
    connection.send(Buffer.from("one"));
    await world.clock.advance(seconds(1));
    connection.send(Buffer.from("two"));
    await world.clock.advance(seconds(1));
    connection.close();
    await world.clock.advance(seconds(1));
    expect(heard).toEqual(["one", "as soon as it is open", "two", "closed"]);
  });

  it("closes a connection that nobody accepts", async () => {
    const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
    const told: string[] = [];
    const connection = world.network.connect(A.address, B);
    connection.onOpen(() => told.push("opened"));
    connection.onClose(() => told.push("closed"));
    await world.clock.advance(seconds(1));
    expect(told).toEqual(["closed"]);
  });
});
