import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInTopology, MemoryLog, startLab, type Lab } from "../../emulator/index.ts";
import { minutes } from "../../emulator/world/duration.ts";
import { needs, run } from "./program.ts";
import { NETWORK } from "../loopback.ts";

needs("curl");

const PORT_OFFSET = 21_000;
let lab: Lab;

beforeAll(async () => {
  const topology = builtInTopology({ peers: 2, network: NETWORK });
  lab = await startLab({ topology, log: new MemoryLog(), speed: 0, portOffset: PORT_OFFSET });
  await lab.world.clock.advance(minutes(1));
});

afterAll(() => lab.stop());

/** The status and the body of what a peer answers to curl. */
async function curl(place: number, path: string, ...args: readonly string[]): Promise<[number, string]> {
  const url = `https://${NETWORK}.${place}:${443 + PORT_OFFSET}${path}`;
  const { stdout } = await run("curl", ["-sk", "-w", "\n%{http_code}", ...args, url]);
  const end = stdout.lastIndexOf("\n");
  return [Number(stdout.slice(end + 1)), stdout.slice(0, end)];
}

const statusFor = async (place: number, user: string): Promise<number> =>
  (await curl(place, "/status.xml", "--user", user))[0];

const putFor = async (place: number, user: string, document: string): Promise<[number, string]> =>
  curl(place, "/putxml", "--user", user, "--header", "content-type: text/xml", "--data", document);

/** The numbers of the pages as a browser would be told them after logging in. */
async function logInOn(place: number, username: string, password: string): Promise<number> {
  const fields = { username, password, submitbutton: "Login", formbutton: "Login" };
  const data = Object.entries(fields).flatMap(([name, value]) => ["--data-urlencode", `${name}=${value}`]);
  return (await curl(place, "/login", ...data))[0];
}

test("G4.9 accounts that the primary has made log in to its subordinate after the copy, and no longer once they are gone", async () => {
  const add = "<Command><AdminAccountAdd><Name>eve</Name><Password>secret</Password></AdminAccountAdd></Command>";
  expect((await putFor(1, "admin:TANDBERG", add))[1]).toContain('status="OK"');
  expect([await statusFor(1, "eve:secret"), await statusFor(2, "eve:secret")]).toEqual([200, 401]);
  await lab.world.clock.advance(minutes(3));
  expect([await statusFor(2, "eve:secret"), await statusFor(2, "eve:guess")]).toEqual([200, 401]);
  expect([await logInOn(2, "eve", "secret"), await logInOn(2, "eve", "guess")]).toEqual([302, 200]);

  // A new password and an account's restrictions come the same way; admin's own password does not.
  const item = (name: string, value: string): string =>
    `<Configuration><Authentication><Account><Admin><Account item="1"><${name}>${value}</${name}></Account></Admin></Account></Authentication></Configuration>`;
  expect((await putFor(1, "admin:TANDBERG", item("Password", "another")))[0]).toBe(200);
  expect((await putFor(1, "admin:TANDBERG", item("AccessWeb", "Off")))[0]).toBe(200);
  await lab.peers[0]?.peer.device?.accounts.setPassword("admin", "of the primary", { user: "admin" });
  await lab.world.clock.advance(minutes(3));
  expect([await statusFor(2, "eve:secret"), await statusFor(2, "eve:another")]).toEqual([401, 200]);
  expect(await logInOn(2, "eve", "another")).toBe(200);
  expect([await statusFor(1, "admin:TANDBERG"), await statusFor(2, "admin:TANDBERG")]).toEqual([401, 200]);

  const remove = "<Command><AdminAccountDelete><Name>eve</Name></AdminAccountDelete></Command>";
  expect((await putFor(1, "admin:of the primary", remove))[1]).toContain('status="OK"');
  await lab.world.clock.advance(minutes(3));
  expect([await statusFor(1, "eve:another"), await statusFor(2, "eve:another")]).toEqual([401, 401]);
  expect(lab.peers.map(({ peer }) => peer.device?.alarms.standing())).toEqual([[], []]);
});
