import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, curl, type HttpsPlace, type Status } from "./lab-answers.ts";
import { needs, onlyWhere } from "./program.ts";
import { isFree, portsInUse, temporaryDirectory, Xtwin, xtwin, type ReadyLine } from "./xtwin.ts";
import { NETWORK } from "../loopback.ts";

async function nameOf(peer: HttpsPlace): Promise<string | undefined> {
  const document = await curl(peer, "/getxml?location=/Configuration/SystemUnit/Name");
  return /<Name[^>]*>([^<]*)<\/Name>/.exec(document)?.[1];
}

async function rename(peer: HttpsPlace, name: string): Promise<void> {
  const document = `<Configuration><SystemUnit><Name>${name}</Name></SystemUnit></Configuration>`;
  expect(await curl(peer, "/putxml", document)).toContain("<Success");
}

describe("a lab", () => {
  const remembered = temporaryDirectory();
  const env = { TMPDIR: remembered };
  const data = temporaryDirectory();
  const up = ["up", "--network", NETWORK, "--json", "--quick", "--speed", "0", "--data", data];
  const marks = (): string[] => readdirSync(remembered).filter((name) => name.startsWith("xtwin-"));
  let lab: Xtwin;
  let ready: ReadyLine;
  let first: ReadyLine["peers"][number];

  async function start(): Promise<void> {
    lab = new Xtwin(up, { env });
    ready = await lab.ready();
    if (!ready.peers[0]) throw new Error("there is no peer");
    [first] = ready.peers as [ReadyLine["peers"][number]];
  }

  beforeAll(start);

  test("says in one line of JSON where everything is", () => {
    expect(lab.stdout).toMatch(/^[^\n]+\n$/);
    const number: unknown = expect.any(Number);
    const ports = { https: number, http: number, ssh: number, ras: number };
    const accounts = { admin: "TANDBERG", root: "TANDBERG" };
    expect(ready).toEqual({
      ready: true,
      control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      peers: [1, 2, 3].map((place) => ({ name: `expe${place}`, address: `${NETWORK}.${place}`, ports, accounts })),
    });
    const { https, http, ssh, ras = 0 } = first.ports;
    expect([http, https, ras].map((port) => port - ssh)).toEqual([58, 421, 1697]);
  });

  test("has time that is shown, advanced to the second, hurried and frozen", async () => {
    const before = await ask<Status["clock"]>(ready.control, "/clock");
    const shown = await xtwin(["clock", "show"], { env });
    expect(shown).toMatchObject({ code: 0, stderr: "" });
    expect(shown.stdout).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, frozen, running for [\d.]+ s of its own time\n$/,
    );
    expect(await xtwin(["clock"], { env })).toEqual(shown);

    const advanced = await xtwin(["clock", "advance", "125s"], { env });
    expect(advanced.stdout).toContain(`running for ${before.elapsedSeconds + 125} s`);

    const hurried = await xtwin(["clock", "speed", "10"], { env });
    expect(hurried.stdout).toContain("speed 10,");
    const { elapsedSeconds } = await ask<Status["clock"]>(ready.control, "/clock");
    await expect
      .poll(() => ask<Status["clock"]>(ready.control, "/clock"))
      .toMatchObject({ speed: 10, elapsedSeconds: expect.toSatisfy((now: number) => now > elapsedSeconds) as number });
    expect((await xtwin(["clock", "speed", "0"], { env })).stdout).toContain("frozen");
  });

  test("tells its status, to people and as JSON", async () => {
    const { stdout, stderr, code } = await xtwin(["status"], { env });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const [, , headings, , ...rows] = stdout.split("\n");
    expect(headings?.split(/ {2,}/).filter(Boolean)).toEqual([
      "Peer",
      "Address",
      "State",
      "Sees",
      "Cluster database",
      "Alarms",
    ]);
    expect(rows.filter(Boolean).map((row) => row.split(/ {2,}/).filter(Boolean))).toEqual([
      ["expe1", `${NETWORK}.1`, "up", "This system, Active, Active", "Active", "none"],
      ["expe2", `${NETWORK}.2`, "up", "Active, This system, Active", "Active", "none"],
      ["expe3", `${NETWORK}.3`, "up", "Active, Active, This system", "Active", "none"],
    ]);

    const asJson = await xtwin(["status", "--json"], { env });
    expect(JSON.parse(asJson.stdout)).toEqual(await ask<Status>(ready.control, "/status"));
  });

  test("is found by --lab, by XTWIN_LAB, or because it was started last", async () => {
    const nowhere = "http://127.0.0.1:1";
    const shows = (stdout: string): boolean => stdout.includes(" of its own time\n");
    const [option, variable, both, neither] = await Promise.all([
      xtwin(["--lab", ready.control, "clock"]),
      xtwin(["clock"], { env: { XTWIN_LAB: ready.control } }),
      xtwin(["--lab", ready.control, "clock"], { env: { XTWIN_LAB: nowhere } }),
      xtwin(["clock"]),
    ]);
    expect([option, variable, both].map(({ stdout, code }) => [shows(stdout), code])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    expect(neither).toEqual({
      stdout: "",
      stderr:
        "LAB_NOT_REACHABLE: no lab is running here\n" +
        "Start one with `xtwin up`, or name another with `--lab URL` or XTWIN_LAB.\n",
      code: 1,
    });
    expect(await xtwin(["clock"], { env: { ...env, XTWIN_LAB: nowhere } })).toMatchObject({ code: 1, stdout: "" });
  });

  describe("with curl beside it", () => {
    needs("curl");

    test("restarts a peer in 2 seconds with --quick", async () => {
      const stateOf = async (): Promise<string | undefined> =>
        (await ask<Status>(ready.control, "/status")).peers[0]?.state;
      expect(await curl(first, "/putxml", "<Command><Restart/></Command>")).toContain('status="OK"');
      await expect.poll(stateOf).toBe("down");
      await ask(ready.control, "/clock/advance", { by: "1900ms" });
      expect(await stateOf()).toBe("down");
      await ask(ready.control, "/clock/advance", { by: "100ms" });
      expect(await stateOf()).toBe("up");
    });

    test("keeps configuration with --data: over a stop, and over a kill without warning", async () => {
      await rename(first, "kept over a stop");
      expect(await lab.end("SIGTERM")).toBe(0);
      expect(lab.stderr).toBe("");
      expect(lab.stdout).toMatch(/^[^\n]+\n$/);
      expect(await portsInUse(ready.peers)).toEqual([]);
      expect(await isFree("127.0.0.1", Number(new URL(ready.control).port))).toBe(true);
      expect(marks()).toEqual([]);

      await start();
      expect(await nameOf(first)).toBe("kept over a stop");
      await rename(first, "kept over a kill");
      expect(await lab.end("SIGKILL")).toBe(-1);

      await start();
      expect(await nameOf(first)).toBe("kept over a kill");
    });
  });

  test("ends with Ctrl-C as with SIGTERM", async () => {
    expect(marks()).toHaveLength(1);
    expect(await lab.end("SIGINT")).toBe(0);
    expect(lab.stderr).toBe("");
    expect(await portsInUse(ready.peers)).toEqual([]);
    expect(marks()).toEqual([]);
  });
});

test("a lab that is told to stop the moment it is up stops in order", async () => {
  const lab = new Xtwin(["up", "--network", NETWORK, "--peers", "1", "--json"]);
  const { peers } = await lab.ready();
  expect(await lab.end("SIGTERM")).toBe(0);
  expect(await portsInUse(peers)).toEqual([]);
});

/** What `up` prints for people. */
function readTable(stdout: string): { web: string[]; ssh: string[]; control: string } {
  return {
    web: [...stdout.matchAll(/https:\/\/\S+/g)].map(([url]) => url),
    ssh: [...stdout.matchAll(/ssh (?:-p \d+ )?admin@\S+/g)].map(([words]) => words),
    control: /Control: (\S+),/.exec(stdout)?.[1] ?? "",
  };
}

test("a lab with --blank has peers as unpacked, and --port-offset moves every port", async () => {
  const lab = new Xtwin(["up", "--network", NETWORK, "--blank", "--port-offset", "20000"]);
  const { web, ssh, control } = readTable(await lab.prints(/Ctrl-C stops the lab\.\n/));
  expect(lab.stdout).toContain("3 peers, stand-alone, as unpacked");
  expect(web).toEqual([1, 2, 3].map((place) => `https://${NETWORK}.${place}:20443/`));
  expect(ssh).toEqual([1, 2, 3].map((place) => `ssh -p 20022 admin@${NETWORK}.${place}`));

  const { stdout } = await xtwin(["--lab", control, "status"]);
  expect(stdout.match(/\bup +stand-alone\b/g)).toHaveLength(3);
  const { peers } = await ask<Status>(control, "/status");
  expect(peers.map(({ cluster, clusterDatabase }) => ({ cluster, clusterDatabase }))).toEqual(
    [1, 2, 3].map(() => ({ cluster: [], clusterDatabase: null })),
  );
  expect(await isFree(`${NETWORK}.1`, 20_443)).toBe(false);
  expect(await lab.end("SIGTERM")).toBe(0);
  expect(await isFree(`${NETWORK}.1`, 20_443)).toBe(true);
});

describe("a user who is not root", () => {
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const through = process.getuid?.() === 0 ? nobody : [];
  const main = fileURLToPath(new URL("../../emulator/main.ts", import.meta.url));

  /** True where such a user exists, may read the program and may not bind low ports. */
  function canBeTried(): boolean {
    const lowest = "/proc/sys/net/ipv4/ip_unprivileged_port_start";
    if (existsSync(lowest) && Number(readFileSync(lowest, "utf8")) <= 22) return false;
    const [program, ...words] = [...through, process.execPath, "-e", "fs.accessSync(process.argv[1])", main];
    return spawnSync(program, words).status === 0;
  }

  onlyWhere(canBeTried(), "low ports are free for everybody, or another user cannot read the program");

  test("gets a lab on higher ports", async () => {
    const directory = temporaryDirectory();
    chmodSync(directory, 0o777);
    const lab = new Xtwin(["up", "--network", NETWORK], { through, env: { TMPDIR: directory, HOME: directory } });
    const { web, ssh, control } = readTable(await lab.prints(/Ctrl-C stops the lab\.\n/));
    expect(web[0]).toBe(`https://${NETWORK}.1:20443/`);
    expect(ssh[0]).toBe(`ssh -p 20022 admin@${NETWORK}.1`);
    await ask(control, "/clock/advance", { by: "2m" });
    const { peers } = await ask<Status>(control, "/status");
    expect(peers.map(({ clusterDatabase, alarms }) => ({ clusterDatabase, alarms }))).toEqual(
      [1, 2, 3].map(() => ({ clusterDatabase: "Active", alarms: [] })),
    );
    expect(await lab.end("SIGTERM")).toBe(0);
  });
});

test("keys are made for a serial number, without a lab", async () => {
  const made = await xtwin(["keys", "0E5C0001", "Y20", "--software-version", "X8.1.1"]);
  expect(made).toMatchObject({ stderr: "", code: 0 });
  expect(made.stdout.split("\n").slice(2, 4)).toEqual([
    "  Release X8.1.1   FC40AB68145BC34F",
    "  Y20              116341Y20-1-D2B0BE27",
  ]);
  expect(await xtwin(["keys", "0E5C0001", "Q7"])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^OPTION_INVALID: option: "Q7" is none; there are: V<count>/) as string,
  });
});

test.each([
  [[], "xtwin [options] [command]"],
  [["up"], "xtwin up [options] [topology]"],
  [["run"], "xtwin run [options] <path...>"],
  [["peer"], "xtwin peer [options]"],
  [["surroundings"], "xtwin surroundings [options]"],
  [["health"], "xtwin health [options]"],
  [["image"], "xtwin image [options] <version> [file]"],
  [["keys"], "xtwin keys [options] <serial-number> [option...]"],
  [["status"], "xtwin status [options]"],
  [["clock"], "xtwin clock [options] [command]"],
  [["clock", "show"], "xtwin clock show [options]"],
  [["clock", "advance"], "xtwin clock advance [options] <span>"],
  [["clock", "speed"], "xtwin clock speed [options] <n>"],
])("xtwin %j --help tells how it is used", async (words, usage) => {
  const { stdout, stderr, code } = await xtwin([...words, "--help"]);
  expect(stdout.startsWith(`Usage: ${usage}\n\n`)).toBe(true);
  expect(stdout).toMatch(/^ {2}-h, --help/m);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
});
