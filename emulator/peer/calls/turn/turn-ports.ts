import type { Configuration } from "../../configuration/configuration.ts";
import type { Platform } from "../../core/identity.ts";

/** Where TURN requests are served, and how many relays each port carries. */
export interface TurnPorts {
  readonly ports: readonly number[];
  readonly relaysPerPort: number;
}

/** Administrator Guide, "TURN relay server": a large system serves a range of ports, each limited to 1000 relays. */
export function turnPorts(configuration: Configuration, platform: Platform): TurnPorts {
  if (platform !== "large")
    return { ports: [configuration.integer("Traversal Server TURN Port")], relaysPerPort: Number.POSITIVE_INFINITY };
  const first = configuration.integer("Traversal Server TURN PortRangeStart");
  const last = configuration.integer("Traversal Server TURN PortRangeEnd");
  return {
    ports: Array.from({ length: Math.max(last - first + 1, 0) }, (_, place) => first + place),
    relaysPerPort: 1000,
  };
}
