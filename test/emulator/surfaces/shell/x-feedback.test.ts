import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { feedbackExpressions } from "../../../../emulator/model/feedback-expressions.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { call, headOffice, towardsHeadOffice } from "../../head-office.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";

const HEAD_OFFICE = "198.51.100.7";

let peer: WebPeer;
let shell: AdminShell;
let printed: string[];

beforeEach(async () => {
  peer = await startWebPeer({ configuration: towardsHeadOffice(HEAD_OFFICE, "0A1B2C3D") });
  await headOffice(peer.world, HEAD_OFFICE);
  await peer.world.clock.advance(minutes(2));
  shell = new AdminShell(peer.device, ADMIN);
  printed = [];
  shell.open((lines) => printed.push(...lines));
});

afterEach(() => peer.close());

const answer = async (line: string): Promise<string> => (await shell.run(line)).lines.join("\n");

describe("what is registered", () => {
  test("is printed as it happens: an event from *e, a part of the status from *s", async () => {
    expect(await answer("xFeedback register Event/CallConnected")).toBe("\nOK");
    expect(await answer("xfeed reg /status/registrations")).toBe("\nOK");
    expect(await answer("xFeedback register Status/ExternalManager")).toBe("\nOK");
    await call(peer.device, peer.world, { bandwidth: 1000 });
    expect(printed).toEqual([
      "*e CallConnected:",
      "     Call 1:",
      expect.stringMatching(/^ {7}SerialNumber: "[0-9a-f-]{36}"$/),
      expect.stringMatching(/^ {7}Tag: "[0-9a-f-]{36}"$/),
      "       CallType: Traversal",
      "       Protocol: H323",
      "       Bandwidth: 1000",
      '       SourceAlias: "alice@example.com"',
      '       DestinationAlias: "bob@head.example.com"',
      expect.stringMatching(/^ {7}StartTime: "2013-12-09 10:02:0\d"$/),
      "*e/end",
    ]);
  });

  test("looks like xStatus where it is of the status", async () => {
    await answer("xFeedback register Status/Feedback");
    await answer('xCommand FeedbackRegister ID: 2 URL: "http://192.0.2.77/a b" Expression.1: "Event"');
    expect(printed).toEqual([]);
    await answer('xCommand FeedbackRegister ID: 2 URL: "http://192.0.2.77/a" Expression.1: "Event"');
    expect(printed.join("\n")).toBe((await answer("xStatus Feedback")).replace(/\n\nOK$/, ""));
    expect(printed.slice(3)).toEqual([
      "*s Feedback 2:",
      "     Status: On",
      '     URL: "http://192.0.2.77/a"',
      '     Expression: "/Event"',
      "*s/end",
      "*s Feedback 3:",
      "     Status: Off",
      "*s/end",
    ]);
  });

  test("is listed by numbers that stay, deregistered one by one or all at once, and lost with the shell", async () => {
    for (const name of ["CallAttempt", "CallFailure", "Locate"]) await answer(`xFeedback register Event/${name}`);
    await answer("xFeedback deregister 2");
    expect(await answer("xFeedback list")).toBe('1: "/Event/CallAttempt"\n3: "/Event/Locate"\n\nOK');
    expect(await answer("xFeedback register event/locate")).toBe("\nOK");
    expect(await answer("xFeedback register Event/CallConnected")).toBe("\nOK");
    expect(await answer("xFeedback list")).toMatch(/^1: .*\n2: "\/Event\/CallConnected"\n3: .*\n\nOK$/);
    await answer("xFeedback deregister 0");
    expect(await answer("xFeedback list")).toBe("\nOK");
    await call(peer.device, peer.world);
    expect(printed).toEqual([]);
    await answer("xFeedback register Event");
    shell.close();
    await call(peer.device, peer.world);
    expect(printed).toEqual([]);
  });

  test("is another matter in another shell", async () => {
    const other = new AdminShell(peer.device, ADMIN);
    await answer("xFeedback register Event/CallAttempt");
    expect((await other.run("xFeedback list")).lines).toEqual(["", "OK"]);
  });
});

describe("what is refused", () => {
  test("more than fifteen expressions", async () => {
    const paths = feedbackExpressions.map(({ path }) => path);
    for (const path of paths.slice(0, 15)) expect(await answer(`xFeedback register ${path}`)).toMatch(/OK$/);
    expect(await answer(`xFeedback register ${paths[15]}`)).toBe("A shell registers at most 15 expressions\n\nERROR");
  });

  test.each([
    ["", "xFeedback takes one of list, register, deregister"],
    [" frob", 'xFeedback takes one of list, register, deregister, not "frob"'],
    [" register", "An expression is missing, such as Event/CallConnected: xFeedback ? lists all"],
    [" register Event Status", '"Status" is too much: xFeedback takes one expression or number'],
    [" register Event: x", '"Event" is too much: xFeedback takes one expression or number'],
    [" list 1", '"1" after list'],
    [" deregister", '"" is not the number of an expression that is registered: one of 0 for all'],
    [" deregister 7", '"7" is not the number of an expression that is registered: one of 0 for all'],
  ])("xFeedback%s", async (words, reason) => expect(await answer(`xFeedback${words}`)).toBe(`${reason}\n\nERROR`));

  test("an expression that nobody knows", async () => {
    expect(await answer("xFeedback register Event/Connected")).toMatch(
      /^"Event\/Connected" is not a feedback expression: one of Status, Event, Status\/Ethernet, .*\n\nERROR$/,
    );
  });
});

test("what the twin cannot tell of is taken, and said", async () => {
  expect(await answer('xFeedback register "Event/RegistrationChanged"')).toBe(
    "not implemented by the emulator: feedback of Event/RegistrationChanged\n\nOK",
  );
  expect(await answer("xFeedback list")).toBe('1: "/Event/RegistrationChanged"\n\nOK');
});

test("xFeedback ? lists what can be registered", async () => {
  const help = await answer("xFeedback ?");
  expect(help).toMatch(/^- Feedback -\n\nlist\nregister <expression>\nderegister <0\.\.15>\n\n/);
  for (const { path, tells } of feedbackExpressions) expect(help).toMatch(new RegExp(`^${path} +${tells}$`, "m"));
});
