import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readXml } from "../../../../../protocol/xapi/xml-reader.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { Manager } from "./manager.ts";

const ADDRESS = "10.0.0.77";
const URL = `http://${ADDRESS}/tms/public/feedback/code.aspx`;

let cluster: SimulatedCluster;
let manager: Manager;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false, product: "vcs-control" });
  manager = await Manager.start(cluster.world.network, ADDRESS);
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const register = (args: Record<string, string>) => cluster.command(1, "FeedbackRegister", { URL, ...args });
const slots = (): unknown => cluster.device(1).status.values("Feedback");
/** Makes an event, a refused registration: there is no license. */
const fail = (alias: string): void => {
  const request = { alias, protocol: "SIP", address: "203.0.113.5" } as const;
  expect(cluster.device(1).registrations.register(request).ok).toBe(false);
};
const newestEvents = (): string => cluster.device(1).log.newest(5).join("\n");

describe("a management server", () => {
  it("is shown with what it has registered for", async () => {
    expect(
      await register({ ID: "3", "Expression.1": "event/callconnected", "Expression.15": "/Status/Warnings" }),
    ).toEqual({
      ok: true,
      values: { ID: 3 },
    });
    expect(slots()).toEqual(
      new Map<number, unknown>([
        [1, { Status: "Off" }],
        [2, { Status: "Off" }],
        [
          3,
          {
            Status: "On",
            URL,
            Expression: new Map([
              [1, "/Event/CallConnected"],
              [2, "/Status/Warnings"],
            ]),
          },
        ],
      ]),
    );
  });

  it("is posted a document of each event and change, in order", async () => {
    await register({ "Expression.1": "Event/RegistrationFailure", "Expression.2": "Status/Feedback" });
    fail("a<&>");
    await register({ ID: "2", "Expression.1": "Event" });
    await cluster.advance(seconds(1));
    // It takes part in its own registration only from then on.
    expect(manager.told).toEqual(["Event RegistrationFailure", "Status Feedback"]);
    const [post] = manager.posts;
    expect(post?.startLine).toBe("POST /tms/public/feedback/code.aspx HTTP/1.1");
    expect(Object.fromEntries(post?.headers ?? [])).toMatchObject({
      host: ADDRESS,
      "content-type": "text/xml; charset=utf-8",
    });
    const body = Buffer.from(post?.body ?? []).toString();
    expect(body).toContain('<Event xmlns="http://www.tandberg.no/XML/CUIL/1.0" product="TANDBERG VCS" version="X8.1">');
    expect(body).toContain('<Alias item="1">a&lt;&amp;&gt;</Alias>');
    expect(readXml(body).name).toBe("Event");
  });

  it("is told again after a restart, and of nothing once it is deregistered", async () => {
    await register({ "Expression.1": "Event/RegistrationFailure" });
    await register({ ID: "2", URL: "http://10.0.0.78/", "Expression.1": "Status", "Expression.2": "Event" });
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(5));
    fail("room");
    await cluster.advance(seconds(1));
    expect(manager.told).toEqual(["Event RegistrationFailure"]);
    for (const ID of ["1", "2"]) expect((await cluster.command(1, "FeedbackDeregister", { ID })).ok).toBe(true);
    fail("room");
    await cluster.advance(minutes(1));
    expect(manager.told).toHaveLength(1);
    expect([...(slots() as Map<number, unknown>).values()]).toEqual(
      Array.from({ length: 3 }, () => ({ Status: "Off" })),
    );
  });

  it("that is looked up by its name and has another port is found", async () => {
    const other = await Manager.start(cluster.world.network, ADDRESS, 8080);
    await register({ URL: `http://${ADDRESS}:8080/x?y=1`, "Expression.1": "Event" });
    fail("room");
    await cluster.advance(seconds(1));
    expect(other.posts[0]?.startLine).toBe("POST /x?y=1 HTTP/1.1");
    expect(other.posts[0]?.headers.get("host")).toBe(`${ADDRESS}:8080`);
  });
});

describe("a management server that does not take what is posted", () => {
  beforeEach(() => register({ "Expression.1": "Event/RegistrationFailure" }));

  it.each([
    ["refuses it", 500, "answered 500"],
    ["is silent", undefined, "no answer"],
  ])("and %s gets it three times, then the next one", async (_, status, reason) => {
    manager.status = status;
    fail("first");
    fail("second");
    await cluster.advance(minutes(2));
    expect(manager.posts.map(({ body }) => /first|second/.exec(Buffer.from(body).toString())?.[0])).toEqual([
      "first",
      "first",
      "first",
      "second",
      "second",
      "second",
    ]);
    expect(newestEvents()).toContain(
      `Event="External Server Communications Failure" Service="Feedback" Detail="${URL}: ${reason}"`,
    );
    // It stays registered.
    manager.status = 204;
    fail("third");
    await cluster.advance(seconds(1));
    expect(manager.posts).toHaveLength(7);
  });

  it("and comes back in time misses nothing", async () => {
    manager.stop();
    fail("first");
    await cluster.advance(seconds(5));
    expect(manager.posts).toEqual([]);
    manager = await Manager.start(cluster.world.network, ADDRESS);
    await cluster.advance(seconds(10));
    expect(manager.told).toEqual(["Event RegistrationFailure"]);
  });

  it("has a hundred documents kept for it", async () => {
    manager.status = undefined;
    for (let number = 1; number <= 102; number++) fail(`alias ${number}.`);
    expect(newestEvents()).toContain("more than 100 documents wait; the oldest was given up");
    await cluster.advance(seconds(1));
    manager.status = 200;
    await cluster.advance(minutes(1));
    const aliases = manager.posts.map(({ body }) => Number(/alias (\d+)\./.exec(Buffer.from(body).toString())?.[1]));
    // The first was under way, and was sent again after its time-out.
    expect(aliases.slice(0, 3)).toEqual([1, 1, 4]);
    expect(aliases.at(-1)).toBe(102);
    expect(aliases).toHaveLength(101);
  });
});

describe("what is refused", () => {
  it.each([
    [{ URL: "tms" }, '"tms" is not a URL that can be posted to: http[s]://<address or name>[:<port>]/<path>'],
    [{ ID: "4" }, 'Argument "ID": "4" is not allowed: a whole number from 1 to 3'],
    [{ "Expression.16": "Event" }, 'Argument "Expression.16" has no such number: 1 to 15'],
    [
      { "Expression.1": "Event/Connected" },
      expect.stringMatching(/^"Event\/Connected" is not a feedback expression: one of Status, /),
    ],
  ])("%j", async (args, reason) => {
    const before = slots();
    expect(await register(args)).toEqual({ ok: false, reason });
    expect(slots()).toEqual(before);
  });

  it("a fourth server without a place, and a place that nobody has", async () => {
    for (const ID of [1, 2, 3]) expect(await register({})).toEqual({ ok: true, values: { ID } });
    expect(await register({})).toEqual({ ok: false, reason: "Places 1, 2, 3 are taken: give the ID of one" });
    expect((await register({ ID: "2" })).ok).toBe(true);
    const deregister = (args: Record<string, string>) => cluster.command(1, "FeedbackDeregister", args);
    expect(await deregister({})).toEqual({ ok: false, reason: "Give ID: registered are 1, 2, 3" });
    expect((await deregister({ ID: "2" })).ok).toBe(true);
    expect(await deregister({ ID: "2" })).toEqual({
      ok: false,
      reason: "Nothing is registered as 2; registered are 1, 3",
    });
  });
});

it("what the twin cannot tell of is taken, with a note", async () => {
  const answer = await register({ "Expression.1": "Event/RegistrationChanged", "Expression.2": "Event" });
  const note = "not implemented by the emulator: feedback of Event/RegistrationChanged";
  expect(answer).toEqual({ ok: true, values: { ID: 1, Note: new Map([[1, note]]) } });
});
