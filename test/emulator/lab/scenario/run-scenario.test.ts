import { describe, expect, it } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { junitXml } from "../../../../emulator/lab/scenario/junit.ts";
import { parseScenario } from "../../../../emulator/lab/scenario/read-scenario.ts";
import { describeAll, describeResult } from "../../../../emulator/lab/scenario/report.ts";
import { runScenario, type ScenarioResult } from "../../../../emulator/lab/scenario/run-scenario.ts";
import { runScenarios } from "../../../../emulator/lab/scenario/run-scenarios.ts";

const run = (steps: string, topology = "peers: 1"): Promise<ScenarioResult> =>
  runScenario(parseScenario(`title: T\ntopology: { ${topology} }\nsteps:\n${steps}`, "s.yaml"));

/** Performs actions of which the last has to fail; what was expected and seen of it. */
async function mishap(...actions: string[]): Promise<string | undefined> {
  const { failures } = await run(`  - do:\n${actions.map((action) => `      - ${action}\n`).join("")}`);
  expect(failures.map(({ at }) => at)).toEqual([{ line: 4 + actions.length, column: 9 }]);
  return failures[0] && `${failures[0].expected} | ${failures[0].seen}`;
}

describe("a scenario", () => {
  it("is done over every surface", async () => {
    const { failures, ok, stepsDone } = await run(`
  - title: Command shell, root shell, XML, requests
    do:
      - { peer: expe1, cli: ["xConfiguration Bandwidth Default: 512", xStatus SystemUnit], returns: /Version.*X8/ }
      - { peer: expe1, cli: "xConfiguration Bandwidth Default: 5", fails: 64 to 65535 }
      - { peer: expe1, cli: "xCommand ZoneDelete ZoneId: 7", fails: "status=Error" }
      - { peer: expe1, root: hostname, returns: expe1 }
      - { peer: expe1, root: tsh, answers: [xConfiguration H323 Mode, exit], returns: "H323 Mode: On" }
      - { peer: expe1, get: /getxml?location=/Configuration/Bandwidth/Default, returns: 512< }
      - { peer: expe1, put: <Configuration><Bandwidth><Default>640</Default></Bandwidth></Configuration> }
      - { peer: expe1, put: <Command><ZoneDelete><ZoneId>7</ZoneId></ZoneDelete></Command>, fails: Error }
      - { peer: expe1, request: { method: GET, path: /status.xml }, returns: X8.1 }
      - { peer: expe1, request: { method: PUT, path: /no-such, json: { a: 1 } }, fails: "404" }
    expect: { all: [{ peer: expe1, value: { xConfiguration Bandwidth Default: 640 } }] }
  - title: Pages
    do:
      - { peer: expe1, page: Configuration > Zones > Zones, press: New }
      - { peer: expe1, fill: { Name: Branch, Type: Neighbor }, press: Create zone, returns: Saved }
      - { peer: expe1, page: Configuration > Zones > Zones, tick: Branch, press: Delete, fails: "asked: Delete Branch?" }
      - { peer: expe1, page: Configuration > Zones > Zones, tick: Branch, press: Delete, confirm: Cancel }
      - { peer: expe1, page: Configuration > Zones > Zones, press: View/Edit Branch }
      - { peer: expe1, page: System > DNS, fill: { Default DNS servers: { Address 1: "\${nobody}" } } }
    expect:
      all:
        - { peer: all, shows: { page: Configuration > Zones > Zones, text: /Branch Neighbor/ } }
        - { peer: all, lacks: { page: System > DNS, text: "\${surroundings}" } }
        - { peer: all, shows: { page: System > DNS, text: "\${nobody}" } }
  - title: It goes down, and comes back in its own time; sessions begin anew
    do:
      - { peer: expe1, page: Maintenance > Restart options, press: Restart, confirm: OK }
    expect: { all: [{ peer: expe1, up: false }] }
  - expect: { within: 4m, all: [{ peer: expe1, up: true }, { peer: expe1, log: Event="Restart Requested" }] }
  - do:
      - { advance: 1h }
      - { peer: expe1, page: Configuration > Zones > Zones, tick: Branch, press: Delete, confirm: OK }
      - { restart: expe1 }
      - { peer: expe1, cli: xStatus SystemUnit }
    expect: { all: [{ peer: expe1, noAlarms: true }, { peer: expe1, clusterDatabase: Active }] }`);
    expect(failures).toEqual([]);
    expect([ok, stepsDone]).toEqual([true, 5]);
  });

  it("waits until all is so at the same time, and no longer", async () => {
    const { ok, emulated } = await run(
      `
  - do: [{ peer: expe2, cli: 'xConfiguration Alternates ConfigurationPrimary: 2' }]
    expect: { within: 1h, all: [{ peer: all, alarm: [20013, 20017] }, { peer: expe1, state: { expe2: Active } }] }`,
      "peers: 2",
    );
    // Peers ask each other every ten seconds; the lab has run for three minutes before.
    expect([ok, emulated > 180_000, emulated <= 190_000]).toEqual([true, true, true]);
  });

  it("looks at what a surface shows at each look, though the peer itself has not changed", async () => {
    // The lab's time alone adds a minute to what the command shell prints.
    const uptime = (printed: string) => `[{ peer: expe1, value: { xStatus SystemUnit Uptime: ${printed} } }]`;
    const { failures, emulated } = await run(`
  - do: [{ advance: 55s }]
  - expect: { within: 1m, all: ${uptime("240")} }`);
    expect([failures, emulated]).toEqual([[], 240_000]);
  });

  it("what has to stay so is looked at until its time is over, and no longer", async () => {
    const { ok, emulated } = await run(`
  - expect: { within: 1m, all: [{ peer: all, noAlarms: true, for: 4m30s }, { peer: all, up: true, for: 12s }] }
  - do: [{ peer: expe1, page: System > Clustering, fill: { Cluster name: "" } }]`);
    expect([ok, emulated]).toEqual([true, 450_000]);
  });

  it("tells when what has to stay so did not, and what is seen then", async () => {
    const { failures, stepsDone, emulated } = await run(
      `
  - do: [{ power: expe2, to: off }]
    expect:
      within: 1s
      all:
        - { peer: expe1, noAlarms: true, for: 4m30s }
        - { peer: expe1, value: { xStatus Alternates Peer 1 Address: "\${expe1}" }, for: 10m }
        - { peer: expe1, log: System }
  - do: [{ advance: 1h }]`,
      "peers: 2",
    );
    // Peers ask each other every ten seconds, and one that has missed three is lost.
    expect([stepsDone, emulated > 200_000, emulated <= 220_000]).toEqual([0, true, true]);
    expect(failures).toMatchObject([{ at: { line: 9 }, expected: "so for 4m30s" }]);
    const passed = (emulated - 180_000) / 1000;
    // Which of the two comes first depends on what was being asked when the peer went.
    expect(failures[0]?.seen).toMatch(
      new RegExp(`^no longer after ${passed}s: expe1: alarms (20004|20006|20004, 20006)$`),
    );
  });

  it("that fails ends there, and tells what was seen instead, peer by peer", async () => {
    const result = await run(
      `
  - title: first
    expect: { all: [{ peer: all, noAlarms: true }] }
  - title: second
    do: [{ peer: expe2, page: System > Clustering, fill: { Cluster name: "" } }]
    expect:
      within: 30s
      all:
        - { peer: expe2, alarm: 20019 }
        - { peer: [expe1, expe2], noAlarm: 20019 }
        - { peer: expe1, clusterDatabase: Gone }
        - { peer: expe1, value: { xStatus Alternates Peer 1 Status: Up, xConfiguration No Such: 1 } }
        - { peer: expe1, log: nothing of the kind }
  - title: third
    do: [{ advance: 1h }]`,
      "peers: 2",
    );
    expect(result).toMatchObject({ ok: false, stepsDone: 1, emulated: 210_000 });
    expect(result.failures.map(({ step, at, expected }) => [step, at.line, expected])).toEqual(
      [13, 14, 15, 16].map((line) => ["second", line, "so within 30s"]),
    );
    const [noAlarm, database, values, log] = result.failures.map(({ seen }) => seen);
    expect(noAlarm).toBe("expe2: alarms 20004, 20012, 20019");
    expect(database).toBe("expe1: Failed");
    expect(values).toMatch(
      /^expe1: xStatus Alternates Peer 1 Status: \w+, xConfiguration No Such: "No" is not known here/,
    );
    expect(log).toMatch(/^expe1: no such line; the last is \d{4}-/);
  });

  it.each([
    ["a refusal nobody expected", '{ peer: expe1, cli: "xStatus Nonsense" }', /^it is done \| expe1: .*Nonsense/s],
    [
      "a success where a refusal is expected",
      "{ peer: expe1, cli: xStatus SystemUnit, fails: no }",
      /^refused with no \| expe1: done/,
    ],
    ["another answer", "{ peer: expe1, root: hostname, returns: expe9 }", /^expe9 \| expe1: expe1/],
    [
      "a page that is in no menu",
      "{ peer: expe1, page: System > Nonsense }",
      /no page "System > Nonsense"; there are: Status > Overview,/,
    ],
    [
      "a field that is not there",
      "{ peer: expe1, page: System > Time, fill: { Colour: red } }",
      /no field "Colour"; fields: NTP server 1,/,
    ],
    [
      "a label that occurs twice",
      "{ peer: expe1, page: System > DNS, fill: { Address 1: x } }",
      /one of Default DNS servers, /,
    ],
    [
      "a choice that is not offered",
      "{ peer: expe1, page: Configuration > Protocols > H.323, fill: { H.323 mode: Maybe } }",
      /does not offer "Maybe"; one of: On, Off/,
    ],
    [
      "a button that is not there",
      "{ peer: expe1, page: System > Time, press: Explode }",
      /no button or link "Explode"; buttons: Save/,
    ],
    [
      "a row that is not there",
      "{ peer: expe1, page: Configuration > Zones > Zones, tick: Moon, press: Delete }",
      /no row to tick has "Moon"/,
    ],
    [
      "a question that was not asked",
      "{ peer: expe1, page: System > Time, press: Save, confirm: OK }",
      /nothing was asked/,
    ],
    [
      "a registrar that is none",
      "{ register: expe1, alias: room@lab.example.com }",
      /room@lab\.example\.com was not registered on expe1: an Expressway X8\.1 takes no registrations/,
    ],
    [
      "another reason for a refusal",
      "{ register: expe1, alias: room, times: 2, fails: full }",
      /1\.room was not full on expe1: an Expressway/,
    ],
    [
      "a sensor of a virtual machine",
      "{ fault: { kind: sensor-reading, peer: expe1, sensor: Fan 2, reads: 0 } }",
      /peer: "expe1" has hardware virtual-machine; sensor-reading wants appliance, which these have: none/,
    ],
  ])("cannot be done where there is %s", async (_what, action, seen) => {
    expect(await mishap("{ advance: 1s }", action)).toMatch(seen);
  });

  it("asks the doctor, and wants what it says and nothing else", async () => {
    const check = (ids: string) => `  - expect: { all: [{ finds: ${ids} }] }\n`;
    const off = `  - do: [{ peer: expe1, page: Configuration > Protocols > H.323, fill: { H.323 mode: Off } }]\n`;
    const seen = async (steps: string) => (await run(steps)).failures.map((failure) => failure.seen);
    expect(await seen(check("nothing") + check("G2.4"))).toEqual(["nothing"]);
    expect(await seen(off + check("[G2.10]") + check("nothing"))).toEqual(["G2.10 H.323 mode is Off"]);
    expect(await seen(off + check("[G2.4, G2.10]"))).toEqual(["G2.10 H.323 mode is Off"]);
  });

  it("knows a peer by the address that it has now", async () => {
    const { failures } = await run(`  - do:
      - { peer: expe1, page: System > IP, fill: { LAN 1: { IPv4 address: "\${nobody}" } } }
      - { restart: expe1 }
      - { peer: expe1, cli: xConfiguration Ethernet 1 IP V4 Address, returns: "\${expe1}" }
      - { peer: expe1, cli: xConfiguration Ethernet 1 IP V4 Address, returns: "\${nobody}" }`);
    expect(failures).toEqual([]);
  });

  it("cannot do anything on a peer that is down", async () => {
    const down = "{ peer: expe1, cli: xCommand Restart }";
    expect(await mishap(down, "{ advance: 10s }", "{ peer: expe1, cli: xStatus }")).toBe(
      "it can be done | expe1 is down",
    );
  });
});

describe("the report", () => {
  const failed: ScenarioResult = {
    file: "scenarios/alarms/a/scenario.yaml",
    title: 'Of "quotes" & <tags>',
    ok: false,
    emulated: 3_720_000,
    real: 1234,
    stepsDone: 1,
    failures: [
      { step: "S", at: { line: 7, column: 9 }, entry: "{ a: 1 }", expected: "so at once", seen: "x\u0001 < y\nz" },
    ],
  };
  const good: ScenarioResult = { ...failed, title: "Good", ok: true, real: 500, failures: [] };

  it("has a line for what went well, and place, entry and sight for what did not", () => {
    expect(describeResult(good)).toBe("ok      Good  (1h 2m of the lab in 0.5 s)\n");
    expect(describeResult(failed)).toBe(`FAILED  Of "quotes" & <tags>  (1h 2m of the lab in 1.2 s)
        S
        scenarios/alarms/a/scenario.yaml:7:9: { a: 1 }
          expected: so at once
          seen: x\u0001 < y
            z
`);
    expect(describeAll([good, failed], 1500)).toBe("2 scenarios: 1 ok, 1 failed, in 1.5 s\n");
  });

  it("as JUnit XML is well-formed, counts, and carries the same", () => {
    const { name, attributes, children: [suite] = [] } = readXml(junitXml([good, failed], 1734));
    expect([name, attributes]).toEqual(["testsuites", { tests: "2", failures: "1", time: "1.734" }]);
    const [first, second] = suite?.children ?? [];
    expect(first?.attributes).toMatchObject({ classname: "alarms", name: "Good", time: "0.500" });
    expect(first?.children).toBeUndefined();
    expect(second?.attributes?.["name"]).toBe('Of "quotes" & <tags>');
    expect(second?.children?.[0]).toMatchObject({
      name: "failure",
      attributes: { message: "S: { a: 1 }" },
      text: "scenarios/alarms/a/scenario.yaml:7:9: { a: 1 }\nexpected: so at once\nseen: x\uFFFD < y\nz",
    });
  });
});

it("several run at the same time, and the results keep their order", async () => {
  const scenario = (span: string) =>
    parseScenario(`title: ${span}\ntopology: { peers: 1 }\nsteps: [{ do: [{ advance: ${span} }] }]`, `${span}.yaml`);
  const ended: string[] = [];
  const results = await runScenarios(["3h", "1m", "2m"].map(scenario), {
    jobs: 2,
    onResult: ({ title }) => ended.push(title),
  });
  expect(results.map(({ title, ok }) => [title, ok])).toEqual([
    ["3h", true],
    ["1m", true],
    ["2m", true],
  ]);
  expect(ended.toSorted()).toEqual(["1m", "2m", "3h"]);
});
