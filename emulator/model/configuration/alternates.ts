import type { ConfigurationItem } from "../types.ts";

/**
 * The cluster settings: all of them peer-specific, yet equal on all peers.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const alternatesItems = [
  {
    path: "Alternates ConfigurationPrimary",
    values: { kind: "integer", min: 1, max: 6 },
    default: "1",
    scope: "peer",
    description: "Number of the peer whose configuration all others copy.",
    effect: "which peer is copied from",
    label: "Configuration primary",
  },
  {
    path: "Alternates Cluster Name",
    values: { kind: "text", min: 0, max: 128, format: "clusterName" },
    default: "",
    scope: "peer",
    description: "Name of the cluster, the fully qualified domain name of its SRV records; equal on all peers.",
    effect: "compared between peers; 20012, 20019",
    label: "Cluster name",
  },
  {
    path: "Alternates Cluster PreSharedKey",
    values: { kind: "secret", min: 0, max: 255 },
    default: "",
    scope: "peer",
    description: "Key that the peers prove themselves to each other with; equal on all peers.",
    effect: "the key exchange between peers",
    label: "Cluster pre-shared key",
    assumed: true,
  },
  {
    path: "Alternates Peer [1..6] Address",
    values: { kind: "text", min: 0, max: 128, format: "ipAddress" },
    default: "",
    scope: "peer",
    description: "LAN 1 address of a peer; the list is equal on all peers and holds this peer too.",
    effect: "membership of the cluster",
    label: "Peer <n> IP address",
  },
] as const satisfies readonly ConfigurationItem[];
