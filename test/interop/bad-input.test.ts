import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readImage } from "../../emulator/peer/maintenance/upgrade/image.ts";
import { Store } from "../../emulator/store/store.ts";
import { retain } from "../../emulator/store/retain.ts";
import { isFree, portsInUse, temporaryDirectory, Xtwin, xtwin } from "./xtwin.ts";
import type { Finished } from "./program.ts";
import { literally, loopback, NETWORK } from "../loopback.ts";

/** Real port numbers where the user may bind them, so that what is tried is what users meet. */
const offset = process.getuid?.() === 0 ? 0 : 20_000;
const up = ["up", "--network", NETWORK, "--port-offset", String(offset)];
const peers = [1, 2, 3].map((place) => ({
  address: `${NETWORK}.${place}`,
  ports: { https: 443 + offset, http: 80 + offset, ssh: 22 + offset },
}));

/** A mistake has two lines: what happened, and what to do. Nobody wants to see where in the program it was noticed. */
function expectMistake({ stdout, stderr, code }: Finished, wanted: RegExp): void {
  expect(stderr).toMatch(wanted);
  expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
}

async function expectNothingRuns(): Promise<void> {
  expect(await portsInUse(peers)).toEqual([]);
}

describe("a topology file", () => {
  const directory = temporaryDirectory();
  const good = [
    "cluster:",
    "  name: c",
    "peers:",
    "  - name: a",
    `    address: ${loopback(1)}`,
    "    platform: large",
    "",
  ];

  test.concurrent.each([
    ["an unknown word", good.with(5, "    platfrom: large"), "6:5", '"platfrom" is not known here; allowed: name, '],
    ["an item's wrong value", good.with(5, "    configuration: { H323 Mode: Maybe }"), "6:33", "On, Off"],
    ["an address that is none", good.with(4, "    address: 127.0.999.1"), "5:14", "127.0.999.1"],
    ["itself in it", ["&a [*a]"], "1:4", ""],
  ])("with %s", async (_what, lines, where, allowed) => {
    const file = join(directory, `${where}-${lines.length}-${allowed.length}.yaml`);
    writeFileSync(file, lines.join("\n"));
    const finished = await xtwin(["up", file]);
    expectMistake(finished, /^TOPOLOGY_INVALID: /);
    expect(finished.stderr).toContain(`${file}:${where}: `);
    expect(finished.stderr).toContain(allowed);
  });

  test("that is not there", async () => {
    expectMistake(await xtwin(["up", "/no/such/lab.yaml"]), /^TOPOLOGY_UNREADABLE: \/no\/such\/lab\.yaml: /);
  });
});

test.concurrent.each([
  [["up", "--network", "127.0"], "--network", "three numbers up to 255"],
  [["up", "--speed", "fast"], "--speed", "0 to 100000"],
  [["up", "--port-offset", "1.5"], "--port-offset", "0 to 30000"],
  [["up", "--colour"], "--colour", "unknown option"],
  [["peer"], "--address", "not specified"],
  [["peer", "--address", loopback(1), "--product", "router"], "--product", "expressway-e, expressway-c, vcs-control"],
  [["peer", "--address", loopback(1), "--control", "4380"], "--control", "127.0.0.1:4380"],
  [["surroundings", "--address", loopback(254), "--peers", "expe1"], "--peers", "NAME=ADDRESS"],
  [["destroy"], "destroy", "unknown command"],
])("xtwin %j is refused with what is allowed", async (words, what, allowed) => {
  const finished = await xtwin(words);
  expectMistake(finished, /^error: .*\n\(xtwin --help shows what is allowed\)\n$/);
  expect(finished.stderr).toContain(what);
  expect(finished.stderr).toContain(allowed);
});

describe("a peer's own options", () => {
  test.concurrent.each([
    ["an address that is none", "localhost", [], "localhost"],
    ["a cluster without itself", loopback(31), ["--formed", loopback(2)], loopback(31)],
    ["a serial number that is none", loopback(32), ["--serial", "zz"], "zz"],
    ["a version that is none", loopback(33), ["--software-version", "new"], "new"],
  ])("with %s", async (_what, address, words, seen) => {
    const finished = await xtwin(["peer", "--address", address, "--control", `${address}:4380`, ...words]);
    expect(finished.code).toBe(1);
    expect(finished.stderr).toContain(seen);
    expect(finished.stderr).not.toMatch(/^ {4}at /m);
  });
});

test("an address that this system does not have", async () => {
  expectMistake(
    await xtwin(["up", "--network", "192.0.2", "--port-offset", String(offset)]),
    /^ADDRESS_NOT_LOCAL: 192\.0\.2\.\d+ is not an address of this system\n/,
  );
});

describe("a port that another program has", () => {
  let other: Server;
  const port = 443 + offset;

  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(port, `${NETWORK}.2`, resolve));
  });
  afterAll(() => other.close());

  test("is named, with the command that mends it, and nothing is left running", async () => {
    const finished = await xtwin(up);
    expectMistake(finished, /^ADDRESS_IN_USE: /);
    expect(finished.stderr).toContain(`${NETWORK}.2:${port} is in use`);
    expect(finished.stderr).toContain("--port-offset N");
    expect(await portsInUse(peers)).toEqual([`${NETWORK}.2:${port}`]);
  });

  test("and that command does mend it", async () => {
    const lab = new Xtwin(["up", "--network", NETWORK, "--port-offset", String(offset + 300), "--json"]);
    const { control, peers: found } = await lab.ready();
    expect(found[1]?.ports.https).toBe(port + 300);
    expect(await (await fetch(new URL("/health", control))).json()).toEqual({ healthy: true });
    expect(await lab.end("SIGTERM")).toBe(0);
  });
});

describe("while a lab is up", () => {
  const env = { TMPDIR: temporaryDirectory() };
  let lab: Xtwin;
  let control: string;

  beforeAll(async () => {
    lab = new Xtwin([...up, "--json"], { env });
    ({ control } = await lab.ready());
  });
  afterAll(async () => {
    expect(await lab.end("SIGTERM")).toBe(0);
    expect(lab.stderr).toBe("");
  });

  test("another on the same addresses is refused, and the first one goes on", async () => {
    expectMistake(
      await xtwin(up, { env }),
      new RegExp(`^ADDRESS_IN_USE: ${literally(NETWORK)}\\.\\d+:\\d+ is in use by another program\\n`),
    );
    expect(await xtwin(["status"], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${NETWORK}.3`) as string,
    });
  });

  test.each([
    [["clock", "advance", "soon"], /^OPTION_INVALID: "soon" is not a span of time; examples: 125s, /],
    [["clock", "advance", "400d"], /^LAB_REFUSED: .*at most 366 days, not 400d/],
    [["clock", "speed", "fast"], /^LAB_REFUSED: speed: "fast" is not allowed: 0 to 100000/],
    [["clock", "speed", ""], /^LAB_REFUSED: speed: "" is not allowed: 0 to 100000/],
  ])("xtwin %j is refused by it", async (words, wanted) => {
    expectMistake(await xtwin(words, { env }), wanted);
  });

  const json = { "content-type": "application/json" };

  test.each([
    ["an advance by a text", "POST", "/clock/advance", json, '{"by":"soon"}', 400],
    ["an advance by nothing", "POST", "/clock/advance", json, "{}", 400],
    ["an advance by more than a year", "POST", "/clock/advance", json, '{"by":"53w"}', 400],
    ["a speed that is a text", "POST", "/clock/speed", json, '{"speed":"fast"}', 400],
    ["a speed below none", "POST", "/clock/speed", json, '{"speed":-1}', 400],
    ["a speed that is not there", "POST", "/clock/speed", json, "{}", 400],
    ["a speed of null", "POST", "/clock/speed", json, '{"speed":null}', 400],
    ["a speed in a list", "POST", "/clock/speed", json, "[1]", 400],
    ["half a body", "POST", "/clock/speed", json, '{"speed":', 400],
    ["no body", "POST", "/clock/speed", {}, undefined, 400],
    ["a body of another kind", "POST", "/clock/speed", { "content-type": "text/csv" }, "speed\n1", 415],
    ["a path that is not there", "GET", "/weather", {}, undefined, 404],
    ["another method", "DELETE", "/clock", {}, undefined, 404],
  ] as const)("the control API refuses %s, in JSON", async (_what, method, path, headers, body, status) => {
    const response = await fetch(new URL(path, control), { method, headers, ...(body !== undefined && { body }) });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ error: expect.any(String), message: expect.any(String) });
  });

  test("and its time has not been touched by any of these", async () => {
    const clock = (await (await fetch(new URL("/clock", control))).json()) as { speed: number; elapsedSeconds: number };
    expect(clock.speed).toBe(1);
    expect(clock.elapsedSeconds).toBeLessThan(120);
  });
});

describe("a data directory", () => {
  test("that is a file", async () => {
    const file = join(temporaryDirectory(), "file");
    writeFileSync(file, "");
    expectMistake(await xtwin([...up, "--data", file]), /^STORE_UNUSABLE: .*\/file\/expe\d: /);
    await expectNothingRuns();
  });

  test("in which something is no database is a damaged one: the peer starts and says so", async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "expe2"));
    const content = "not a database, but long enough to be taken for one".repeat(99);
    writeFileSync(join(directory, "expe2", "peer.sqlite"), content);
    const process_ = new Xtwin([...up, "--data", directory, "--json"]);
    const { control } = await process_.ready();
    const { peers: found } = (await (await fetch(new URL("/status", control))).json()) as {
      peers: { name: string; address: string; alarms: { id: number }[] }[];
    };
    expect(found.filter(({ alarms }) => alarms.some(({ id }) => id === 15005)).map(({ name }) => name)).toEqual([
      "expe2",
    ]);
    expect(readFileSync(join(directory, "expe2", "peer.sqlite.damaged-1"), "utf8")).toBe(content);
    expect(await process_.end("SIGTERM")).toBe(0);
    await expectNothingRuns();
  });

  test("that a newer release has written", async () => {
    const directory = temporaryDirectory();
    Store.open(join(directory, "expe2")).close();
    const database = retain(new Database(join(directory, "expe2", "peer.sqlite")));
    database.exec("PRAGMA user_version = 1000");
    database.close();
    const finished = await xtwin([...up, "--data", directory]);
    expectMistake(finished, /^STORE_UNUSABLE: .*written by a newer release \(schema 1000, known \d+\)\n/);
    expect(finished.stderr).toContain("expe2");
    await expectNothingRuns();
  });
});

test("a lab that does not answer", async () => {
  expect(await isFree("127.0.0.1", 4399)).toBe(true);
  expectMistake(
    await xtwin(["--lab", "http://127.0.0.1:4399", "status"]),
    /^LAB_NOT_REACHABLE: no lab answers at http:\/\/127\.0\.0\.1:4399\nStart one with `xtwin up`/,
  );
  expectMistake(await xtwin(["--lab", "the other one", "status"]), /^LAB_NOT_REACHABLE: .*the other one\n/);
});

describe("a software image", () => {
  test.each([
    ["of no version", ["8.1.1"], /version as the product writes it/],
    [
      "that cannot be written",
      ["X8.1.1", "/no/such/folder/image.tar.gz"],
      /^OPTION_INVALID: file: .*\/no\/such\/folder/,
    ],
  ])("%s", async (_what, words, told) => {
    const { stdout, stderr, code } = await xtwin(["image", ...words]);
    expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
    expect(stderr).toMatch(told);
  });

  test("is written where it is wanted", async () => {
    const file = join(temporaryDirectory(), "image.tar.gz");
    expect(await xtwin(["image", "X8.1.1", file])).toMatchObject({ stderr: "", code: 0 });
    expect(await readImage(readFileSync(file))).toEqual({ ok: true, version: "X8.1.1" });
  });
});
