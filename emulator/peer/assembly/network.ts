import { RemoteSyslog } from "../monitoring/remote-syslog/remote-syslog.ts";
import { Resolver } from "../network/dns/resolver.ts";
import { NetworkTools } from "../network/network-tools/network-tools.ts";
import { TimeSync } from "../network/time/time-sync.ts";
import type { Foundation } from "./foundation.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of how a peer uses the network around it. */
export interface NetworkShown {
  readonly resolver: Resolver;
  readonly time: TimeSync;
}

/**
 * Builds what speaks to the servers around a peer: of names, of time, of logs. Remote syslog is among them because it stops after
 * the wings above, and so sends what they log at their end.
 */
export function buildNetwork(foundation: Foundation): Wing<NetworkShown> {
  const resolver = new Resolver(foundation);
  const around = { ...foundation, resolver };
  const tools = new NetworkTools(around);
  const syslog = new RemoteSyslog(around);
  const time = new TimeSync(around);
  return { parts: [resolver, tools, syslog, time], shown: { resolver, time } };
}
