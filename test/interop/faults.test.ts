import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finished } from "./program.ts";
import { isFree, temporaryDirectory, Xtwin, xtwin, type ReadyLine } from "./xtwin.ts";
import { NETWORK } from "../loopback.ts";

const env = { TMPDIR: temporaryDirectory() };
let lab: Xtwin;
let ready: ReadyLine;

beforeAll(async () => {
  lab = new Xtwin(["up", "--network", NETWORK, "--json", "--quick", "--speed", "0"], { env });
  ready = await lab.ready();
  await advance("3m");
});

afterAll(async () => {
  expect(await lab.end("SIGTERM")).toBe(0);
  expect(lab.stderr).toBe("");
});

/** A command that succeeds, and what it prints. */
async function does(...words: string[]): Promise<string> {
  const { stdout, stderr, code } = await xtwin(words, { env });
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return stdout;
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, ready.control), {
    method: body === undefined ? "GET" : "POST",
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

const advance = (by: string): Promise<unknown> => ask("/clock/advance", { by });

interface Status {
  readonly peers: readonly {
    readonly state: string;
    readonly cluster: readonly { readonly state: string }[];
    readonly alarms: readonly { readonly id: number }[];
  }[];
}

/** Of each peer: what it sees, and its alarms. */
async function seen(): Promise<[string, number[]][]> {
  const { peers } = (await ask("/status")) as Status;
  return peers.map(({ state, cluster, alarms }) => [
    state === "down" ? "down" : cluster.map((entry) => entry.state).join(),
    alarms.map(({ id }) => id).toSorted((a, b) => a - b),
  ]);
}

const WELL: [string, number[]][] = [
  ["This system,Active,Active", []],
  ["Active,This system,Active", []],
  ["Active,Active,This system", []],
];

async function isCured(): Promise<void> {
  expect(await does("fault", "remove", "all")).toBe("no faults\n");
  await advance("5m");
  expect(await seen()).toEqual(WELL);
}

describe("a lab in which something goes wrong", () => {
  test("G14.1 with UDP 500 blocked a peer finds nobody after it was off, until it is mended", async () => {
    expect(await does("fault")).toBe("no faults\n");
    const added = await does("fault", "add", "block", "expe2", "--service", "key-exchange");
    expect(added).toContain("key-exchange is blocked between expe2 and everybody");
    await advance("2m");
    expect(await seen()).toEqual(WELL);
    expect(await does("power", "expe2", "off")).toBe("expe2 is down\n");
    expect(await does("power", "expe2", "on")).toBe("expe2 is up\n");
    await advance("45s");
    expect(await seen()).toEqual([
      ["This system,Failed,Active", [20004, 20006]],
      ["Failed,This system,Failed", [20004, 20006, 20016]],
      ["Active,Failed,This system", [20004, 20006]],
    ]);
    expect(await does("fault", "list")).toMatch(/^ {2}1 +block +on +[1-9]\d* +key-exchange is blocked/m);
    await isCured();
  });

  test("G12.6 with a silent NTP server there is 20010, on the peer that it is silent for", async () => {
    await does("fault", "add", "ntp-silent", "expe3", "--until", "10m");
    await advance("6m");
    expect(await seen()).toEqual([WELL[0], WELL[1], [WELL[2]?.[0], [20010, 25002, 25021]]]);
    await advance("6m");
    expect(await seen()).toEqual(WELL);
    expect(await does("fault")).toMatch(/ntp-silent +over/);
    await isCured();
  });

  test("a peer crashes: now, and in the middle of a write; it comes back when it is powered on, or by itself", async () => {
    const [, , third] = ready.peers;
    if (!third) throw new Error("there is no third peer");
    await does("fault", "add", "crash", "expe3");
    expect(await isFree(third.address, third.ports.https)).toBe(true);
    await advance("45s");
    expect(await seen()).toEqual([
      ["This system,Active,Failed", [20004, 20006]],
      ["Active,This system,Failed", [20004, 20006]],
      ["down", []],
    ]);
    expect(await does("power", "expe3", "on")).toBe("expe3 is up\n");
    expect(await isFree(third.address, third.ports.https)).toBe(false);
    await isCured();

    await does("fault", "add", "crash", "expe3", "--write", "1", "--comes-back");
    await does("fault", "add", "ntp-silent", "expe3");
    // The alarm that follows is the write.
    await advance("5m");
    expect(await does("fault")).toMatch(/crash +over +1 /);
    await advance("5m");
    await isCured();
  });

  test("G14.1 with a wrong key a peer is Failed; offsets may be negative; both ends have their words", async () => {
    await does("fault", "add", "wrong-key", "expe1");
    await does("fault", "add", "clock-step", "expe2", "--by", "-30s", "--from", "10s");
    await advance("45s");
    expect((await seen())[0]).toEqual(["This system,Failed,Failed", [20004, 20006]]);
    const list = JSON.parse(await does("fault", "list", "--json")) as unknown;
    expect(list).toMatchObject([
      { words: "the pre-shared key is wrong on expe1", state: "on", fired: 1, struck: 1 },
      { words: "the clock jumps by -30s on expe2, from 10s on", state: "over", fired: 1 },
    ]);
    await isCured();
  });

  test("loss, delay and cuts wear a cluster down to the same end as in simulations: it mends itself", async () => {
    await does("fault", "add", "loss", "--share", "0.3", "--seed", "1");
    await does("fault", "add", "delay", "expe1", "expe2", "--delay", "100ms", "--jitter", "50ms");
    await does("fault", "add", "cut", "expe3", "expe1", "--direction", "out", "--from", "1m", "--until", "3m");
    await advance("5m");
    expect(await does("fault")).toMatch(/loss +on +\d\d+ +messages are lost between everybody, 30 % of the times +1$/m);
    await isCured();
  });
});

/** A mistake has two lines: what happened, and what to do. */
function expectMistake({ stdout, stderr, code }: Finished, wanted: string): void {
  expect(stderr).toContain(wanted);
  expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
}

describe("a mistake is named with what is allowed", () => {
  test.concurrent.each([
    [["fault", "add"], "missing required argument 'kind'"],
    [["fault", "break"], "unknown command 'break'"],
    [["fault", "add", "flood"], 'FAULT_INVALID: kind: "flood" is not a kind of fault; one of: cut, loss,'],
    [["fault", "add", "cut", "expe9"], 'peer: "expe9" is not a peer of this lab; there are: expe1, expe2, expe3'],
    [["fault", "add", "loss", "--share", "30%"], 'share: "30%" is not allowed; wanted: the probability'],
    [["fault", "add", "block", "--service", "http"], 'service: "http" is not allowed; wanted: one of key-exchange,'],
    [
      ["fault", "add", "crash", "--share", "1", "expe1"],
      "share: not known to crash; it takes: peer, from, until, write",
    ],
    [["fault", "add", "cut", "--colour", "red"], "unknown option '--colour'"],
    [["fault", "remove", "99"], "FAULT_UNKNOWN: there is no fault 99; there are: none"],
    [["fault", "remove", "some"], 'FAULT_UNKNOWN: "some" is not the number of a fault, nor all'],
    [["power", "expe9", "off"], 'PEER_UNKNOWN: "expe9" is not a peer; there are: expe1, expe2, expe3'],
    [["power", "expe1", "maybe"], "Allowed: on, off."],
  ])("xtwin %j", async (words, wanted) => expectMistake(await xtwin(words, { env }), wanted));

  test.each([
    ["POST", "/faults", "[1]", "FAULT_INVALID"],
    ["POST", "/faults", "null", "FAULT_INVALID"],
    ["POST", "/faults", '{"kind":"cut","peer":["expe1"]}', "FAULT_INVALID"],
    ["DELETE", "/faults/1e0", undefined, "FAULT_UNKNOWN"],
    ["POST", "/peers/expe1/power", '{"power":1}', "LAB_REFUSED"],
    ["POST", "/peers/none/power", '{"power":"on"}', "PEER_UNKNOWN"],
  ])("%s %s %s", async (method, path, body, error) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(new URL(path, ready.control), {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error, message: expect.any(String) as string });
  });

  test("and nothing came of it", async () => {
    expect(await does("fault", "list")).toBe("no faults\n");
    expect(await seen()).toEqual(WELL);
  });
});

test("xtwin fault kinds and help tell of every kind, without a lab", async () => {
  const nowhere = { XTWIN_LAB: "http://127.0.0.1:1" };
  const kinds = await xtwin(["fault", "kinds"], { env: nowhere });
  expect(kinds.code).toBe(0);
  expect(kinds.stdout).toMatch(/^ {2}dns-missing +\[PEER\] --name \[--type\] \* +The DNS server/m);
  const help = await xtwin(["fault", "add", "--help"], { env: nowhere });
  expect(help.stdout).toContain("Usage: xtwin fault add [options] <kind> [peer] [other]");
  expect((await xtwin(["fault", "--help"], { env: nowhere })).stdout).toMatch(/list .*\n.*remove <id>|remove <id>/s);
});
