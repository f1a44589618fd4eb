import type { AlarmId } from "../../../model/alarms/index.ts";
import type { LicenseKind } from "../../../model/option-keys.ts";
import type { AlarmCondition, Evidence } from "../../core/alarm-condition.ts";

/** Use of one kind of license against its two limits, in licenses. */
export interface LicenseUse {
  /** Taken by this peer and by the whole cluster. */
  readonly own: number;
  readonly cluster: number;
  /** Licenses in the pool. */
  readonly pool: number;
  /** What this peer can carry. */
  readonly physical: number;
}

interface Limit {
  readonly kind: LicenseKind;
  readonly of: "pool" | "unit";
  /** From the warning level on. */
  readonly near: AlarmId;
  readonly reached?: AlarmId;
}

/** Rich media sessions are the traversal calls of an Expressway. */
const limits: readonly Limit[] = [
  { kind: "rich media session", of: "pool", near: 30001, reached: 30020 },
  { kind: "rich media session", of: "unit", near: 30002, reached: 30023 },
  { kind: "traversal call", of: "pool", near: 30001, reached: 30020 },
  { kind: "traversal call", of: "unit", near: 30002, reached: 30023 },
  { kind: "non-traversal call", of: "pool", near: 30004, reached: 30019 },
  { kind: "non-traversal call", of: "unit", near: 30003, reached: 30022 },
  { kind: "TURN relay", of: "pool", near: 30007, reached: 30021 },
  { kind: "TURN relay", of: "unit", near: 30005, reached: 30024 },
  { kind: "registration", of: "pool", near: 30010 },
];

interface Options {
  /** Undefined for a kind that the product does not have. */
  readonly use: (kind: LicenseKind) => LicenseUse | undefined;
  /** `ResourceUsage Warning Activation Level`, in per cent; 0 warns of nothing. */
  readonly warningLevel: () => number;
}

/** The alarms 30001 to 30010 and 30019 to 30024: a limit is near, a limit is reached. */
export function capacityConditions({ use, warningLevel }: Options): AlarmCondition[] {
  return limits.flatMap(({ kind, of, near, reached }) => {
    const taken = (): { used: number; limit: number } | undefined => {
      const now = use(kind);
      if (!now) return undefined;
      return of === "pool" ? { used: now.cluster, limit: now.pool } : { used: now.own, limit: now.physical };
    };
    const conditions: AlarmCondition[] = [
      {
        alarm: near,
        follows: "usage",
        holds: () => {
          const now = taken();
          const level = warningLevel();
          if (!now || level === 0 || now.used === 0 || now.used * 100 < now.limit * level) return undefined;
          return evidence(kind, of, now, `fewer than ${level}% are in use`);
        },
      },
    ];
    if (reached !== undefined) {
      conditions.push({
        alarm: reached,
        follows: "usage",
        holds: () => {
          const now = taken();
          return now && now.used > 0 && now.used >= now.limit
            ? evidence(kind, of, now, `${kind === "TURN relay" ? "relays" : "calls"} end, or the limit grows`)
            : undefined;
        },
      });
    }
    return conditions;
  });
}

function evidence(
  kind: LicenseKind,
  of: Limit["of"],
  now: { used: number; limit: number },
  clearedBy: string,
): Evidence {
  const where = of === "pool" ? "licensed in the cluster" : "that this peer can carry";
  return {
    facts: [`${now.used} of ${now.limit} ${kind}s ${where} are in use`],
    clearedBy,
    parameters: { n: String(now.limit) },
  };
}
