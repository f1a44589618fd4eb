import { afterEach, describe, expect, it } from "vitest";
import { TurnClient, type TurnOutcome } from "../../../../emulator/lab/relays/turn-client.ts";
import { TurnCredentials } from "../../../../emulator/lab/relays/turn-credentials.ts";
import { hours, minutes, seconds } from "../../../../emulator/world/duration.ts";
import { addressOf, type SimulatedCluster } from "../../../simulation/simulated-cluster.ts";
import { CLIENT, startTurnCluster } from "../../peer/calls/turn/turn-cluster.ts";

let cluster: SimulatedCluster;
afterEach(() => cluster.stop());

const clientOf = (password = "secret"): TurnClient =>
  new TurnClient({
    world: cluster.world,
    address: CLIENT,
    server: { address: addressOf(1), port: 3478 },
    credentials: new TurnCredentials("alice", password),
    peer: "10.0.0.150",
  });

/** What became of it within a minute. */
async function allocate(client: TurnClient): Promise<TurnOutcome | undefined> {
  const outcomes: TurnOutcome[] = [];
  await client.allocate((outcome) => outcomes.push(outcome));
  await cluster.advance(minutes(1));
  expect(outcomes.length).toBeLessThan(2);
  return outcomes[0];
}

const relays = (): number => cluster.device(1).turn.count.Current;
const permitted = (): readonly string[] =>
  [...cluster.device(1).turn.clients().values()].flatMap((held) => held.flatMap((relay) => relay.permitted));

describe("a TURN client of the lab", () => {
  it("keeps its relay and the permission for its peer, and gives it back", async () => {
    cluster = await startTurnCluster({ seed: 1 });
    const client = clientOf();
    expect(await allocate(client)).toMatchObject({ ok: true });
    expect(client.relayed).toEqual({ address: addressOf(1), port: 60_000 });
    // Longer than any nonce lasts.
    await cluster.advance(hours(3));
    expect([relays(), permitted(), cluster.device(1).turn.count.Total]).toEqual([1, ["10.0.0.150"], 1]);
    client.release();
    await cluster.advance(seconds(1));
    expect([relays(), client.relayed]).toEqual([0, undefined]);
  });

  it("sends again what is lost on the way", async () => {
    cluster = await startTurnCluster({ seed: 2 });
    await cluster.faults.add({ kind: "loss", peer: "p1", share: 0.4 });
    expect(await allocate(clientOf())).toMatchObject({ ok: true });
  });

  it("tells why it gets none", async () => {
    cluster = await startTurnCluster({ seed: 3 });
    expect(await allocate(clientOf("wrong"))).toEqual({ ok: false, reason: "401 Unauthorized" });
    await cluster.faults.add({ kind: "block", service: "turn", peer: "p1" });
    expect(await allocate(clientOf())).toEqual({ ok: false, reason: "no answer" });
  });

  it("gives up when the server has forgotten the relay", async () => {
    cluster = await startTurnCluster({ seed: 4 });
    const client = clientOf();
    await allocate(client);
    cluster.device(1).maintenance.request("restart", { user: "admin" });
    await cluster.advance(minutes(10));
    expect([relays(), client.relayed]).toEqual([0, undefined]);
  });
});
