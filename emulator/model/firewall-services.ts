export type FirewallTransport = "TCP" | "UDP";

/** Ports that follow each other, both ends included. */
export interface ServicePorts {
  readonly transport: FirewallTransport;
  readonly first: number;
  readonly last: number;
}

/** A well-known service that a firewall rule may name in place of transport and ports. */
export interface FirewallService {
  /** As the configuration writes it. */
  readonly word: string;
  /** As the pages write it. */
  readonly label: string;
  readonly ports: readonly ServicePorts[];
}

const one = (transport: FirewallTransport, port: number): ServicePorts => ({ transport, first: port, last: port });

/**
 * Administrator Guide X8.1, "Configuring firewall rules", has SSH and HTTP/HTTPS as examples and no list: the others are the
 * services of a peer that others speak to. Like on the device, a rule goes by these ports though a service was moved to another.
 */
export const firewallServices = [
  { word: "SSH", label: "SSH", ports: [one("TCP", 22)] },
  { word: "HTTP", label: "HTTP", ports: [one("TCP", 80)] },
  { word: "HTTPS", label: "HTTPS", ports: [one("TCP", 443)] },
  { word: "SIP", label: "SIP", ports: [one("UDP", 5060), one("TCP", 5060), one("TCP", 5061)] },
  { word: "H323", label: "H.323", ports: [one("UDP", 1719), one("TCP", 1720)] },
  { word: "TURN", label: "TURN", ports: [{ transport: "UDP", first: 3478, last: 3483 }] },
  { word: "ISAKMP", label: "ISAKMP", ports: [one("UDP", 500)] },
  {
    word: "ClusterManagement",
    label: "Cluster management",
    ports: [{ transport: "UDP", first: 4369, last: 4380 }],
  },
] as const satisfies readonly FirewallService[];

/** The service of a rule that has its own transport and ports. */
export const CUSTOM_SERVICE = "Custom";
