import type { Bandwidth } from "../bandwidth/bandwidth.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Identity } from "../../core/identity.ts";
import { TOKENS_PER_LICENCE, type Licensing } from "../licensing/licensing.ts";
import type { Allocations, Client } from "./allocations.ts";
import { alternateServer } from "./alternate-server.ts";
import type { Answer } from "./requests.ts";
import { turnPorts } from "./turn-ports.ts";

export interface RelayLimitsOptions {
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly licensing: Licensing;
  readonly bandwidth: Bandwidth;
  readonly others: () => readonly ClusterPeer[];
  readonly allocations: Allocations;
}

/** Why a client cannot have one more relay now, for the Event Log, and what it is answered. */
export interface RelayRefusal {
  readonly event: "License Limit Reached" | "Message Rejected";
  readonly reason: string;
  readonly answer: Answer;
}

/** The limits of relays: licenses, what this peer can carry, what one of its ports can. @returns undefined while none is reached */
export function relayRefusal(client: Client, options: RelayLimitsOptions): RelayRefusal | undefined {
  const { licensing, configuration, identity, allocations } = options;
  // Those that are being allocated take theirs in a moment.
  const refused = licensing.refusal("TURN relay", (allocations.pending + 1) * TOKENS_PER_LICENCE);
  if (refused) {
    const answer: Answer = refused.limit === "pool" ? { ok: false, code: 486 } : tryAnother(client, options);
    return { event: "License Limit Reached", reason: refused.reason, answer };
  }
  const { relaysPerPort } = turnPorts(configuration, identity.platform);
  if (allocations.countAt(client.serverPort) < relaysPerPort) return undefined;
  const reason = `the limit of ${relaysPerPort} TURN relays of port ${client.serverPort} is reached`;
  return { event: "Message Rejected", reason, answer: { ok: false, code: 508 } };
}

function tryAnother({ serverPort }: Client, { bandwidth, identity, others }: RelayLimitsOptions): Answer {
  const address = alternateServer({
    product: identity.product,
    others: others(),
    relaysOf: (other) => bandwidth.tokensOf(other, "TURN relay") / TOKENS_PER_LICENCE,
  });
  if (address === undefined) return { ok: false, code: 508 };
  return { ok: false, code: 300, attributes: { alternateServer: { address, port: serverPort } } };
}
