import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { LicenseUse } from "./capacity-alarms.ts";

/**
 * Administrator Guide X7.0 p213: five kinds of media, a pair of ports for each, in either direction. That a call of X8.1 needs no
 * more is assumed.
 */
const PORTS_PER_CALL = 20;

/** Calls whose media goes through the device, by product. */
const MEDIA_CALLS = ["traversal call", "rich media session"] as const satisfies readonly LicenseKind[];

interface Options {
  readonly configuration: Configuration;
  /** Undefined for a kind that the product does not have. */
  readonly use: (kind: LicenseKind) => LicenseUse | undefined;
}

/** The traversal media ports have to suffice for all calls that this peer may carry: those of the pool, as far as its unit goes. */
export const mediaPortCondition = ({ configuration, use }: Options): AlarmCondition => ({
  alarm: 45019,
  holds: () => {
    const ports =
      configuration.integer("Traversal Media Port End") - configuration.integer("Traversal Media Port Start") + 1;
    for (const kind of MEDIA_CALLS) {
      const { pool = 0, physical = 0 } = use(kind) ?? {};
      const calls = Math.min(pool, physical);
      if (calls * PORTS_PER_CALL <= ports) continue;
      return {
        facts: [
          `this peer may carry ${calls} ${kind}s, which take up to ${calls * PORTS_PER_CALL} ports`,
          `the traversal media port range has ${Math.max(ports, 0)}`,
        ],
        clearedBy: "widen the traversal media port range on Configuration > Local Zone > Traversal Subzone",
      };
    }
    return undefined;
  },
});
