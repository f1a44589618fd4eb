import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { addZone, ADMIN, simulatedDevice } from "../documents/simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;
let shell: AdminShell;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  await addZone(device, "Branch", "Neighbor");
  shell = new AdminShell(device, ADMIN);
});
afterAll(() => powerOff());

/** The answer to a line, as one text. */
const answer = async (line: string): Promise<string> => (await shell.run(line)).lines.join("\n");

test("the greeting names the release and the alarms that stand", () => {
  const lines = shell.greeting();
  expect(lines.slice(0, 3)).toEqual(["TANDBERG Video Communication Server X8.1", "SW Release Date: 2013-12-02", ""]);
  expect(lines.at(-1)).toBe("OK");
  const standing = device.alarms.standing();
  expect(lines.filter((line) => /^ {2}\d{5} /.test(line))).toHaveLength(standing.length);
});

describe("xConfiguration", () => {
  test("sets an item and reads it back", async () => {
    expect(await answer('xConfiguration SystemUnit Name: "vcs a"')).toBe("\nOK");
    expect(await answer("xconf sys name")).toBe('*c xConfiguration SystemUnit Name: "vcs a"\n\nOK');
    expect(await answer('xconfig SystemUnit Name "vcs-b"')).toBe("\nOK");
    expect(await answer("xconf systemunit/name")).toBe('*c xConfiguration SystemUnit Name: "vcs-b"\n\nOK');
  });

  test("takes the old name of the configuration primary", async () => {
    expect(await answer("xConfiguration Alternates ConfigurationMaster: 2")).toBe("\nOK");
    expect(await answer("xConfiguration Alternates Conf")).toContain("ConfigurationPrimary: 2");
    expect(await answer("xConfiguration Alternates ConfigurationPrimary: 1")).toBe("\nOK");
  });

  test("writes who did it, and from where, into the log", async () => {
    await answer('xConfiguration SystemUnit Name: "logged"');
    expect(device.log.newest(1)[0]).toMatch(/systemunit\/name .*to: 'logged'".*Src-ip="192.0.2.9".*User="admin"/);
  });

  test.each([
    [
      "xConfiguration Alternates ConfigurationPrimary: 7",
      /^Alternates ConfigurationPrimary: "7" is not allowed: a whole number from 1 to 6$/m,
    ],
    ["xConfiguration H323 Mode: perhaps", /^H323 Mode: "perhaps" is not allowed: one of On, Off$/m],
    ["xConfiguration Nowhere", /^"Nowhere" is not known here: one of Login, /m],
    [
      "xConfiguration Zones Zone Name: x",
      /^"Zones Zone Name" is not one item: it stands for Zones Zone \[1\.\.1000\] Name$/m,
    ],
    ["xConfiguration Zones Zone 4 Name", /^Zones Zone 4 does not exist; there are: 1$/m],
    ["xConfiguration Zones Zone 1 ENUM DNSSuffix", /applies only while Zones Zone 1 Type is ENUM$/m],
    ["xConfiguration SystemUnit Name: a Maintenance: On", /one value too many/],
    ['xConfiguration SystemUnit Name: "a', /^A quote is not closed$/m],
  ])("%s is refused", async (line, reason) => {
    const text = await answer(line);
    expect(text).toMatch(reason);
    expect(text).toMatch(/^[^\n]+\n\nERROR$/);
  });

  test("explains", async () => {
    expect(await answer("xConfiguration SystemUnit Name ?")).toBe(`*h xConfiguration SystemUnit Name: <S: 0, 50>
     Name of this peer on its pages and towards the management server.
     Default: "".

OK`);
    expect(await answer("xConfiguration Alternates Peer 2 ?")).toContain(
      "*h xConfiguration Alternates Peer 2 Address: ",
    );
    expect(await answer("xConfiguration Alternates Peer ?")).toContain(
      "*h xConfiguration Alternates Peer [1..6] Address: ",
    );
    const names = await answer("xConfiguration ?");
    expect(names).toMatch(/^- Configuration -\n\nLogin +SystemUnit +/);
    expect(names).not.toContain("*h");
    expect((await answer("xConfiguration ??")).match(/^\*h /gm)?.length).toBeGreaterThan(400);
  });
});

describe("xStatus", () => {
  test("prints one node", async () => {
    expect(await answer("xStatus SystemUnit Hardware")).toBe(`*s SystemUnit:
     Hardware:
       Version: "VMWare"
       SerialNumber: "0A1B2C3D"
*s/end

OK`);
    expect(await answer("xstat calls")).toBe("*s Calls: /\n*s/end\n\nOK");
    expect(await answer("xstatus // nothing")).toBe("*s Show: /\n*s/end\n\nOK");
  });

  test("prints all nodes in the order of the CLI", async () => {
    const nodes = [...(await answer("xStatus")).matchAll(/^\*s (\w+)/gm)].map(([, name]) => name);
    expect(nodes.slice(0, 3)).toEqual(["SystemUnit", "Ethernet", "Ethernet"]);
  });

  test("explains and refuses", async () => {
    expect(await answer("xStatus ?")).toMatch(/^- Status -\n\n.*Ethernet \[1\.\.2\].*\n\nOK$/s);
    expect(await answer("xStatus zones zone ??")).toMatch(/^- Zone -\n\nName +Bandwidth/);
    expect(await answer("xStatus Calls: 1")).toMatch(/sets nothing.*\n\nERROR$/s);
  });
});

describe("xCommand", () => {
  test("runs a command by its whole name, a short one, in two words, and with bare values", async () => {
    for (const [place, line] of [
      "xCommand DomainAdd Name: a.example.com",
      'xcom domaina name: "b.example.com"',
      "xCommand Domain Add Name: c.example.com",
      "xCommand DomainAdd d.example.com",
      'xCommand DomainAdd "e.example.com"',
    ].entries()) {
      expect(await answer(line)).toBe(`*r Result (status=OK):\n     Id: ${place + 1}\n*r/end\n\nOK`);
    }
    expect(await answer("xCommand ZoneAdd Hall DNS")).toBe("*r Result (status=OK):\n     Id: 2\n*r/end\n\nOK");
    expect(await answer("xCommand Zone Delete 2")).toBe("*r Result (status=OK):\n*r/end\n\nOK");
  });

  test("tells why a command failed, and that the request was understood", async () => {
    const failed = await shell.run("xCommand ZoneDelete ZoneId: 77");
    expect(failed.lines.join("\n")).toBe(`*r Result (status=Error):
     Cause: 1
     Description: "ZoneId 77 does not exist; there are: 1"
*r/end

OK`);
    expect(failed.status).toBe(1);
  });

  test("hands on what is to happen after the answer", async () => {
    const restarting = await shell.run("xCommand Restart");
    expect(restarting.lines).toEqual(["*r Result (status=OK):", "*r/end", "", "OK"]);
    expect(restarting.afterAnswer).toBeTypeOf("function");
  });

  test("explains", async () => {
    const usage = await answer("xCommand ZoneDelete");
    expect(usage).toBe(`*h xCommand ZoneDelete
     Deletes a zone.
     ZoneId(r): <1..1000>
       Index of the zone.

OK`);
    expect(await answer("xCommand ZoneDelete ?")).toBe(usage);
    expect(await answer("xCommand Boot ?")).toMatch(/^\*h xCommand Boot\n/);
    expect(await answer("xCommand FeedbackRegister ?")).toContain("     Expression.[1..15]: <S: 1, 256>");
    expect(await answer("xCommand")).toMatch(/^- Command -\n\nAd/);
    expect(await answer("xCommand ?")).toBe(await answer("xCommand"));
    expect(await answer("xCommand ??")).toContain("*h xCommand ZoneDelete\n");
  });

  test.each([
    ["xCommand Frobnicate", /^Unknown command "Frobnicate"/],
    ["xCommand Zone", /^Ambiguous command "Zone": ZoneAdd, ZoneDelete, ZoneList/],
    ["xCommand ZoneDelete 1 2", /^"2" is one value too many: ZoneDelete takes ZoneId/],
    [
      "xCommand Networkinterface DualInterfaces: status",
      /^not implemented by the emulator: xCommand Networkinterface$/m,
    ],
    ["xCommand Name: x", /before the name of a command/],
  ])("%s is refused", async (line, reason) => {
    const text = await answer(line);
    expect(text).toMatch(reason);
    expect(text).toMatch(/\n\nERROR$/);
  });
});

describe("the rest", () => {
  test("xGetxml gives the document of a location", async () => {
    expect(await answer("xGetxml /Status/SystemUnit/Hardware")).toMatch(/^<\?xml version="1.0"\?>\n<Status .*\n\nOK$/s);
    expect(await answer("xGetxml /Status/Nowhere")).toMatch(/^nothing matches .*\n\nERROR$/s);
    expect(await answer("xGetxml")).toMatch(/takes one location.*ERROR$/s);
  });

  test("eventlog gives the newest lines, the newest last", async () => {
    const { lines } = await shell.run("eventlog 2");
    expect(lines).toEqual([...device.log.newest(2).toReversed(), "", "OK"]);
    expect((await shell.run("eventlog")).lines.length).toBeGreaterThan(4);
    expect(await answer("eventlog 0")).toMatch(/not a number of lines.*ERROR$/s);
    expect(await answer("eventlog many")).toMatch(/not a number of lines.*ERROR$/s);
  });

  test("configlog gives the changes of configuration alone", async () => {
    const { lines } = await shell.run("configlog 3");
    expect(lines).toEqual([...device.log.newest(3, "configuration").toReversed(), "", "OK"]);
    expect(lines.slice(0, 3).every((line) => line.includes(' Event="System Configuration Changed" '))).toBe(true);
    expect((await shell.run("configlog ?")).lines[0]).toBe("*h configlog <1..1000000 | all>");
  });

  test("networklog gives the lines of the modules", async () => {
    expect((await shell.run("networklog 5")).lines).toEqual(["", "OK"]);
    device.log.network.write("network.h323", "ERROR", { Detail: "a line" });
    const { lines } = await shell.run("networklog 5");
    expect(lines).toEqual([expect.stringContaining(' Module="network.h323" Level="ERROR" Detail="a line"'), "", "OK"]);
  });

  test("help, nothing, exit and what nobody knows", async () => {
    expect(await answer("?")).toBe(await answer("help"));
    expect(await answer("?")).toMatch(/^- Commands -\n\nxStatus +Shows/);
    expect(await answer("  ")).toBe("");
    expect(await shell.run("exit")).toEqual({ lines: ["Bye!"], status: 0, next: "leave" });
    expect(await shell.run("BYE")).toMatchObject({ next: "leave" });
    expect(await answer("xc")).toBe('Ambiguous command "xc": xConfiguration, xCommand\n\nERROR');
    expect(await answer("frob")).toMatch(/^Unknown command "frob": one of xStatus, .*\n\nERROR$/s);
    expect(await answer("a: b")).toMatch(/ERROR$/);
  });

  test("completes keywords, paths and arguments", () => {
    expect(shell.completions("xco")).toEqual(["xConfiguration ", "xCommand "]);
    expect(shell.completions("xconf zones zone 1 nei")).toEqual(["Neighbor "]);
    expect(shell.completions("xconf alt clus na")).toEqual(["Name: "]);
    expect(shell.completions("xstat sys")).toEqual(["SystemUnit "]);
    expect(shell.completions("xcommand ZoneAdd ty")).toEqual(["Type: "]);
    expect(shell.completions("xcommand ZoneL")).toEqual(["ZoneList "]);
    expect(shell.completions("xfeed reg")).toEqual(["register "]);
    expect(shell.completions("xfeedback register event/callc")).toEqual(["Event/CallConnected "]);
    expect(shell.completions("xfeedback list x")).toEqual([]);
    expect(shell.completions("nothing here")).toEqual([]);
  });
});

test("whatever is typed ends in OK, in ERROR, in Bye! or in nothing, and changes nothing unless it was a value", async () => {
  const word = fc.constantFrom(
    "xStatus",
    "xConfiguration",
    "xCommand",
    "xGetxml",
    "xFeedback",
    "register",
    "eventlog",
    "?",
    "??",
    "//",
    "Zones",
    "Zone",
    "1",
    "[2]",
    ":",
    '"',
    "Name",
    "\\",
    "é",
    "/",
  );
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(word).map((words) => words.join(" ")),
  );
  const { generation } = device.configuration;
  await fc.assert(
    fc.asyncProperty(line, async (typed) => {
      const { lines } = await shell.run(typed);
      expect(["OK", "ERROR", "Bye!", undefined]).toContain(lines.at(-1));
    }),
  );
  expect(device.configuration.generation).toBe(generation);
});
