import type { PlatformSize } from "./capacity.ts";
import type { ItemTemplate } from "./configuration/index.ts";
import type { PortCondition } from "./port-uses.ts";

/** Ports that are configured, for one function of the device: no other function may have them for the same protocol. */
export interface ConfiguredPorts {
  /** What the alarm about a conflict calls it; the words are assumed. */
  readonly name: string;
  readonly protocol: "TCP" | "UDP";
  readonly ports: readonly [first: ItemTemplate, last: ItemTemplate];
  /** All of them have to hold, or the function is off and takes no port. */
  readonly when?: readonly PortCondition[];
  /** Of an Expressway-E alone. */
  readonly edge?: true;
  /** Of these platforms alone. */
  readonly platforms?: readonly PlatformSize[];
}

const on = (item: ItemTemplate): PortCondition => ({ item, value: "On" });
const sipOver = (transport: "UDP" | "TCP" | "TLS"): readonly PortCondition[] => [
  on("SIP Mode"),
  on(`SIP ${transport} Mode`),
];

const ephemeral = ["IP Ephemeral PortRange Start", "IP Ephemeral PortRange End"] as const;

/**
 * Administrator Guide, "Port reference". Ranges for DNS requests are left out, which by default are all ports there are; so are the
 * ports of traversal server zones.
 */
export const configuredPorts: readonly ConfiguredPorts[] = [
  {
    name: "H.323 registration",
    protocol: "UDP",
    ports: ["H323 Gatekeeper Registration UDP Port", "H323 Gatekeeper Registration UDP Port"],
    when: [on("H323 Mode")],
  },
  {
    name: "H.323 call signaling",
    protocol: "TCP",
    ports: ["H323 Gatekeeper CallSignaling TCP Port", "H323 Gatekeeper CallSignaling TCP Port"],
    when: [on("H323 Mode")],
  },
  {
    name: "H.323 call signaling range",
    protocol: "TCP",
    ports: ["H323 Gatekeeper CallSignaling PortRange Start", "H323 Gatekeeper CallSignaling PortRange End"],
    when: [on("H323 Mode")],
  },
  ...(["UDP", "TCP", "TLS"] as const).map((transport): ConfiguredPorts => ({
    name: `SIP ${transport}`,
    protocol: transport === "UDP" ? "UDP" : "TCP",
    ports: [`SIP ${transport} Port`, `SIP ${transport} Port`],
    when: sipOver(transport),
  })),
  {
    name: "SIP TCP outbound",
    protocol: "TCP",
    ports: ["SIP TCP Outbound Port Start", "SIP TCP Outbound Port End"],
    when: [on("SIP Mode")],
  },
  {
    name: "H.323 Assent call signaling",
    protocol: "TCP",
    ports: ["Traversal Server H323 Assent CallSignaling Port", "Traversal Server H323 Assent CallSignaling Port"],
    when: [on("H323 Mode")],
    edge: true,
  },
  {
    name: "H.323 H.460.18 call signaling",
    protocol: "TCP",
    ports: ["Traversal Server H323 H46018 CallSignaling Port", "Traversal Server H323 H46018 CallSignaling Port"],
    when: [on("H323 Mode")],
    edge: true,
  },
  { name: "Traversal media", protocol: "UDP", ports: ["Traversal Media Port Start", "Traversal Media Port End"] },
  {
    name: "TURN requests",
    protocol: "UDP",
    ports: ["Traversal Server TURN Port", "Traversal Server TURN Port"],
    when: [on("Traversal Server TURN Mode")],
    edge: true,
    platforms: ["small", "medium"],
  },
  {
    name: "TURN requests",
    protocol: "UDP",
    ports: ["Traversal Server TURN PortRangeStart", "Traversal Server TURN PortRangeEnd"],
    when: [on("Traversal Server TURN Mode")],
    edge: true,
    platforms: ["large"],
  },
  {
    name: "TURN relay media",
    protocol: "UDP",
    ports: ["Traversal Server TURN Media Port Start", "Traversal Server TURN Media Port End"],
    when: [on("Traversal Server TURN Mode")],
    edge: true,
  },
  ...(["TCP", "UDP"] as const).map((protocol): ConfiguredPorts => ({ name: "Ephemeral", protocol, ports: ephemeral })),
];
