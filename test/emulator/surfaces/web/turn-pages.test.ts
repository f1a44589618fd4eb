import { afterEach, expect, test } from "vitest";
import { TurnClient } from "../../../../emulator/lab/relays/turn-client.ts";
import { TurnCredentials } from "../../../../emulator/lab/relays/turn-credentials.ts";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { barOf, listRows, tableRows } from "./web-client.ts";
import { ADDRESS, startWebPeer, type WebPeer, type WebPeerOptions } from "./web-peer.ts";

const CLIENT = "198.51.100.77";

let web: WebPeer;
afterEach(() => web.close());

async function start(options: WebPeerOptions = {}): Promise<void> {
  web = await startWebPeer(options);
  await web.client.logIn();
}

async function bodyOf(url: string): Promise<string> {
  return (await web.client.get(url)).body;
}

/** A client at an address that holds so many relays. */
async function hold(relays: number): Promise<void> {
  for (let made = 0; made < relays; made++) {
    const credentials = new TurnCredentials("alice", "secret");
    const server = { address: ADDRESS, port: 3478 };
    const client = new TurnClient({ world: web.world, address: CLIENT, server, credentials, peer: "198.51.100.78" });
    await client.allocate(() => {});
    await web.world.clock.advance(100);
  }
}

test("TURN services are configured, credentials created, relays shown by client and one by one", async () => {
  await start({ configuration: [{ path: "Option 1 Key", value: makeOptionKey("I300", "0A1B2C3D") ?? "" }] });
  expect(await bodyOf("/turnrelayusage")).toContain("There are no TURN clients.");
  await web.client.submit("/turn", { traversal_server_turn_mode: "On" });
  await web.client.submit("/createcredential", { name: "alice", password: "secret" }, "Create credential");
  await web.world.clock.advance(100);
  expect(listRows(await bodyOf("/credentials"))).toEqual([["", "alice", "Local", "View/Edit"]]);
  await hold(201);
  expect(listRows(await bodyOf("/turnrelayusage"))).toEqual([[CLIENT, "198.51.100.78", "UDP", "201"]]);
  const relays = listRows(await bodyOf(`/turnrelays?client=${CLIENT}`));
  expect(relays).toHaveLength(200);
  expect(relays[0]?.filter((_cell, column) => [0, 2, 3, 6].includes(column))).toEqual([
    `${ADDRESS}:60000`,
    "alice",
    "198.51.100.78",
    "0 packets, 0 bytes",
  ]);
  expect(await bodyOf(`/turnrelays?client=${CLIENT}`)).toContain(`/turnrelays?client=${CLIENT}&amp;page=2`);
  expect(listRows(await bodyOf(`/turnrelays?client=${CLIENT}&page=2`))).toHaveLength(1);
  expect(tableRows(await bodyOf("/turn"))).toEqual([
    ["Status", "Active"],
    ["Listening address", ADDRESS],
    ["Number of active TURN clients", "1"],
    ["Number of active TURN relays", "201"],
  ]);
  expect((await web.client.get("/turnrelays?client=198.51.100.1")).statusCode).toBe(404);
});

test("credentials are deleted by the row that is selected", async () => {
  await start({
    configuration: ["alice", "bob"].map((value, place) => ({
      path: `Authentication Credential ${place + 1} Name`,
      value,
    })),
  });
  const { body } = await web.client.submit("/credentials", { credential: "2", confirmed: "yes" }, "Delete");
  expect(barOf(body)).toBeUndefined();
  expect(listRows(await bodyOf("/credentials")).map(([, name]) => name)).toEqual(["alice"]);
});

test("an Expressway-C has no pages about TURN", async () => {
  await start({ product: "expressway-c" });
  for (const url of ["/turn", "/turnrelayusage"]) expect((await web.client.get(url)).statusCode).toBe(404);
  expect(await bodyOf("/overview")).not.toContain('href="/turn');
});
