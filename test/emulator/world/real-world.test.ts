import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { days, minutes, seconds } from "../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { createRealWorld, type RealWorld } from "../../../emulator/world/world.ts";
import { loopback } from "../../loopback.ts";

const ADDRESS = loopback(1);
const OTHER = loopback(2);
let log: MemoryLog;
let world: RealWorld;

beforeEach(() => {
  log = new MemoryLog();
  world = createRealWorld({ log, speed: 0, portOffset: 20_000 });
});

afterEach(() => {
  world.stop();
  expect(log.errors).toEqual([]);
});

describe("time that is moved by hand, with real sockets", () => {
  it("runs what is due in order, at its own moment", async () => {
    const ran: [string, number][] = [];
    world.clock.after("late", minutes(2), () => void ran.push(["late", world.clock.monotonic()]));
    world.clock.every("tick", seconds(50), () => void ran.push(["tick", world.clock.monotonic()]));
    await world.clock.advance(seconds(125));
    expect(ran).toEqual([
      ["tick", seconds(50)],
      ["tick", seconds(100)],
      ["late", seconds(120)],
    ]);
    expect(world.clock.monotonic()).toBeCloseTo(seconds(125), -1);
  });

  it("waits for datagrams on the way, and for what they set off", async () => {
    const heard: string[] = [];
    const echo = await world.network.bind({ address: OTHER, port: 500 }, (data, from) => echo.send(data, from));
    const socket = await world.network.bind(
      { address: ADDRESS, port: 500 },
      (data, from) => void heard.push(`${Buffer.from(data).toString()} from ${from.address}:${from.port}`),
    );
    world.clock.every("send", seconds(1), () => socket.send(Buffer.from("hello"), { address: OTHER, port: 500 }));
    await world.clock.advance(seconds(5));
    expect(heard).toEqual(Array.from({ length: 5 }, () => `hello from ${OTHER}:500`));
    socket.close();
    echo.close();
  });

  it("lets a datagram leave that was sent just before its socket closed", async () => {
    const heard: string[] = [];
    const other = await world.network.bind({ address: OTHER, port: 514 }, (data) =>
      heard.push(Buffer.from(data).toString()),
    );
    const socket = await world.network.bind({ address: ADDRESS, port: 0 }, () => {});
    world.clock.after("last words", seconds(1), () => {
      socket.send(Buffer.from("last words"), { address: OTHER, port: 514 });
      socket.close();
    });
    await world.clock.advance(seconds(2));
    expect(heard).toEqual(["last words"]);
    other.close();
  });

  it("does not wait for datagrams to a socket that is not there", async () => {
    const gone = await world.network.bind({ address: OTHER, port: 500 }, () => {});
    const socket = await world.network.bind({ address: ADDRESS, port: 500 }, () => {});
    world.clock.every("send", seconds(1), () => socket.send(Buffer.from("hello"), { address: OTHER, port: 500 }));
    gone.close();
    const start = performance.now();
    await world.clock.advance(minutes(2));
    // Each of the 120 would be waited for a quarter of a second.
    expect(performance.now() - start).toBeLessThan(10_000);
    socket.close();
  });

  it("waits for streams: connecting, bytes, the answer", async () => {
    const listener = await world.network.listen({ address: OTHER, port: 4370 }, (connection) => {
      connection.onData((data) => connection.send(Buffer.concat([Buffer.from("re: "), data])));
    });
    let answer = "";
    let closed = false;
    let opened = 0;
    world.clock.after("ask", seconds(1), () => {
      const connection = world.network.connect(ADDRESS, { address: OTHER, port: 4370 });
      connection.onOpen(() => opened++);
      connection.onClose(() => (closed = true));
      connection.onData((data) => {
        answer += Buffer.from(data).toString();
        connection.close();
      });
      connection.send(Buffer.from("question"));
    });
    await world.clock.advance(seconds(2));
    expect([opened, answer]).toEqual([1, "re: question"]);
    await world.clock.advance(seconds(1));
    expect(closed).toBe(true);
    listener.close();
  });

  it("closes a connection that nobody accepts", async () => {
    let closed = false;
    world.network.connect(ADDRESS, { address: ADDRESS, port: 4371 }).onClose(() => (closed = true));
    await world.clock.advance(seconds(1));
    expect(closed).toBe(true);
  });

  it("names the address and port that is in use, and the way out", async () => {
    const socket = await world.network.bind({ address: ADDRESS, port: 500 }, () => {});
    await expect(world.network.bind({ address: ADDRESS, port: 500 }, () => {})).rejects.toMatchObject({
      code: "ADDRESS_IN_USE",
      message: expect.stringContaining(`${ADDRESS}:20500`),
    });
    await expect(world.network.bind({ address: "192.0.2.1", port: 500 }, () => {})).rejects.toMatchObject({
      code: "ADDRESS_NOT_LOCAL",
      remedy: expect.stringContaining("192.0.2.1"),
    });
    socket.close();
  });

  it("a new speed counts for what waits already", async () => {
    world.clock.setSpeed(1);
    // Half an hour by the machine's clock, and a fifth of a second at the new speed.
    const passed = new Promise<void>((resolve) => world.clock.after("long", minutes(30), resolve));
    world.clock.setSpeed(10_000);
    await passed;
    expect(world.clock.monotonic()).toBeGreaterThanOrEqual(minutes(30));
  });

  it("keeps a speed, and freezes at 0", async () => {
    world.clock.setSpeed(10_000);
    const fired = new Promise<number>((resolve) =>
      world.clock.after("soon", minutes(5), () => resolve(world.clock.monotonic())),
    );
    expect(await fired).toBeGreaterThanOrEqual(minutes(5));
    world.clock.setSpeed(0);
    const frozen = world.clock.now();
    await new Promise((resolve) => setImmediate(resolve));
    expect(world.clock.now()).toBe(frozen);
  });

  it("goes slower where the machine cannot hold the speed: each timer runs at its own moment, none is skipped", async () => {
    const seen: number[] = [];
    world.clock.setSpeed(100_000);
    const timer = world.clock.every("busy", seconds(10), () => {
      const end = performance.now() + 3;
      while (performance.now() < end);
      seen.push(world.clock.monotonic());
    });
    // 200 rounds take 600 ms of the machine; at the speed that is asked for they would be 20 ms.
    await expect.poll(() => seen.length).toBeGreaterThan(200);
    expect(world.clock.pace).toBeLessThan(10_000);
    timer.cancel();
    const apart = seen.slice(1).map((moment, round) => Math.round(moment - (seen[round] ?? 0)));
    expect(new Set(apart)).toEqual(new Set([seconds(10)]));
    expect(log.warnings.filter((message) => message.startsWith("the machine cannot hold the speed"))).toHaveLength(1);
  });

  it("never goes back, and runs no more of what was due, when a speed that cannot be held is changed", async () => {
    const seen: number[] = [];
    world.clock.setSpeed(100_000);
    const timer = world.clock.every("busy", seconds(10), () => {
      const end = performance.now() + 3;
      while (performance.now() < end);
      seen.push(world.clock.monotonic());
      if (seen.length === 50) world.clock.setSpeed(1);
    });
    await expect.poll(() => seen.length).toBeGreaterThan(49);
    await new Promise((resolve) => setImmediate(resolve));
    expect(world.clock.monotonic()).toBeGreaterThanOrEqual(seen.at(-1) ?? Infinity);
    await world.clock.advance(seconds(30));
    timer.cancel();
    expect(seen).toHaveLength(53);
    expect(seen.slice(1).every((moment, round) => moment > (seen[round] ?? Infinity))).toBe(true);
  });

  it("never goes back where it gives up what it was behind by", async () => {
    let last = 0;
    world.clock.setSpeed(60);
    const timer = world.clock.every("often", seconds(1), () => {
      last = world.clock.monotonic();
    });
    await expect.poll(() => last).toBeGreaterThan(0);
    const end = performance.now() + 1000;
    while (performance.now() < end);
    const before = last;
    await expect.poll(() => last).toBeGreaterThan(before);
    await new Promise((resolve) => setImmediate(resolve));
    expect(world.clock.monotonic()).toBeGreaterThanOrEqual(last);
    timer.cancel();
  });

  it("no answer comes too late because the machine is busy, at 60 times and at 100,000 times", async () => {
    const far = await world.network.bind({ address: OTHER, port: 4369 }, (data, from) => far.send(data, from));
    let missed = 0;
    let answered = 0;
    let waiting = false;
    const near = await world.network.bind({ address: ADDRESS, port: 4369 }, () => {
      waiting = false;
      answered++;
    });
    world.clock.every("probe", seconds(10), () => {
      if (waiting) missed++;
      waiting = true;
      near.send(new Uint8Array(1), { address: OTHER, port: 4369 });
    });
    for (const speed of [60, 100_000]) {
      answered = 0;
      world.clock.setSpeed(speed);
      // The process comes to nothing for a second: at 60 times that is a minute, in which five probes are due.
      const end = performance.now() + 1000;
      while (performance.now() < end);
      await expect.poll(() => answered).toBeGreaterThan(4);
    }
    expect(missed).toBe(0);
    far.close();
    near.close();
  });

  it("lists timers, and a handler that fails is logged, not thrown", async () => {
    world.clock.after("far", days(30), () => {});
    world.clock.after("bad", seconds(1), () => {
      throw new Error("on purpose");
    });
    expect(world.clock.timers().map((timer) => timer.name)).toEqual(["bad", "far"]);
    await world.clock.advance(seconds(2));
    expect(log.errors.splice(0).map(({ message }) => message)).toEqual(["failed: bad"]);
  });

  it("promises stableRevision while time is moved by hand and all are in the process, and at no other time", async () => {
    const closed = createRealWorld({ log, speed: 0, portOffset: 20_000, closed: true });
    const seen: (number | undefined)[] = [closed.network.stableRevision];
    closed.clock.after("look", seconds(1), () => void seen.push(closed.network.stableRevision));
    const bindAndClose = async (): Promise<void> => {
      const socket = await closed.network.bind({ address: ADDRESS, port: 500 }, () => {});
      seen.push(closed.network.stableRevision);
      socket.close();
    };
    closed.clock.after("bind", seconds(2), () => closed.track(bindAndClose()));
    closed.clock.after("look again", seconds(3), () => void seen.push(closed.network.stableRevision));
    await closed.clock.advance(seconds(4));
    expect([...seen, closed.network.stableRevision]).toEqual([undefined, 0, 1, 2, undefined]);
    world.clock.after("look", seconds(1), () => void seen.push(world.network.stableRevision));
    await world.clock.advance(seconds(2));
    expect(seen.at(-1)).toBeUndefined();
    closed.stop();
  });
});
