import { decodeRas, encodeRas } from "../../../../../protocol/ras/ras-message.ts";
import { makeOptionKey } from "../../../../../emulator/peer/calls/licensing/option-key.ts";
import type { CallOutcome, CallRequest } from "../../../../../emulator/peer/calls/call/call.ts";
import { seconds } from "../../../../../emulator/world/duration.ts";
import type { SimulatedWorld } from "../../../../../emulator/world/world.ts";
import {
  serialNumberOf,
  SimulatedCluster,
  type SimulatedClusterOptions,
} from "../../../../simulation/simulated-cluster.ts";

/** Where the neighbor zone of a carrying cluster leads. */
const FAR_END = "10.0.0.200";

/** A far gatekeeper that knows every alias but those that begin with `nobody`. */
async function startFarEnd(world: SimulatedWorld, address = FAR_END): Promise<void> {
  const socket = await world.network.bind({ address, port: 1719 }, (data) => {
    const request = decodeRas(data);
    if (request.kind !== "locationRequest") return;
    const [alias] = request.destinationInfo;
    const known = alias && "value" in alias && !alias.value.startsWith("nobody") && alias.value !== "alive-check";
    const { requestSeqNum, replyAddress } = request;
    const own = { kind: "ipAddress", ip: address } as const;
    const answer = known
      ? ({
          kind: "locationConfirm",
          requestSeqNum,
          callSignalAddress: { ...own, port: 1720 },
          rasAddress: { ...own, port: 1719 },
        } as const)
      : ({ kind: "locationReject", requestSeqNum, rejectReason: { kind: "notRegistered" } } as const);
    socket.send(encodeRas(answer), { address: replyAddress.ip, port: replyAddress.port });
  });
}

/** A formed cluster that can make calls: licenses on each peer, and a neighbor zone `Far` that takes every alias. */
export async function startCarryingCluster(options: SimulatedClusterOptions): Promise<SimulatedCluster> {
  const cluster = await SimulatedCluster.start({ licenses: 10, ...options });
  await startFarEnd(cluster.world);
  await addFarZone(cluster, 1);
  // Until the zone has been copied and its system has been asked.
  await cluster.advance(seconds(150));
  return cluster;
}

/** A key for the peer at a place. */
export function keyFor(index: number, option: string): string {
  return makeOptionKey(option, serialNumberOf(index)) ?? "";
}

/** A neighbor zone with a search rule that takes every alias. */
async function addFarZone(cluster: SimulatedCluster, index: number): Promise<void> {
  await cluster.command(index, "ZoneAdd", { ZoneName: "Far", Type: "Neighbor" });
  const [zone] = cluster.device(index).configuration.rows.of("Zones Zone");
  cluster.set(index, `Zones Zone ${zone} Neighbor Peer 1 Address`, FAR_END);
  await cluster.command(index, "SearchRuleAdd", { Name: "Far", ZoneName: "Far" });
}

/** Makes a call and waits, in emulated time, until it is connected or refused. */
export async function call(
  cluster: SimulatedCluster,
  index: number,
  request: Partial<CallRequest> = {},
): Promise<CallOutcome> {
  const outcomes: CallOutcome[] = [];
  const whole: CallRequest = {
    source: "alice@example.com",
    destination: "bob@example.com",
    protocol: "H323",
    media: "video",
    from: "DefaultZone",
    ...request,
  };
  cluster.device(index).calls.place(whole, (outcome) => outcomes.push(outcome));
  for (let waited = 0; outcomes.length === 0 && waited < 30; waited++) await cluster.advance(seconds(1));
  const [outcome] = outcomes;
  if (!outcome) throw new Error("the call was neither connected nor refused");
  return outcome;
}
