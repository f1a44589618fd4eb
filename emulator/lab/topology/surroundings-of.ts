import type { TopologyFile } from "./topology-schema.ts";

/** The address of the lab's servers: the one that the file tells, or the last one of the first peer's network. */
export function surroundingsOf({ surroundings, peers }: TopologyFile): string {
  const network = (peers[0]?.address ?? "127.0.10.1").split(".").slice(0, 3).join(".");
  return surroundings ?? `${network}.254`;
}
