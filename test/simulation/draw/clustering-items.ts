const CLUSTER_NAME = "cluster.example.com";
const PRE_SHARED_KEY = "secret";

const SIX = [1, 2, 3, 4, 5, 6] as const;

/** The fields of the Clustering page for a list of peers. */
export function clusteringItems(addresses: readonly string[], primary: number): Record<string, string> {
  return {
    "Alternates Cluster Name": CLUSTER_NAME,
    "Alternates Cluster PreSharedKey": PRE_SHARED_KEY,
    "Alternates ConfigurationPrimary": String(primary),
    ...listItems(addresses),
  };
}

/** The fields of the list alone. */
export const listItems = (addresses: readonly string[]): Record<string, string> =>
  Object.fromEntries(SIX.map((place) => [`Alternates Peer ${place} Address`, addresses[place - 1] ?? ""]));

/** The fields of a peer that leaves its cluster. */
export const leavingItems = (peer: number): Record<string, string> => ({
  ...clusteringItems([], 1),
  "Alternates Cluster Name": `p${peer}.example.com`,
  "Alternates Cluster PreSharedKey": "",
});
