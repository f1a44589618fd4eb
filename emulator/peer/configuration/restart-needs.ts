import { configurationItems } from "../../model/configuration/index.ts";
import type { AlarmId } from "../../model/alarms/index.ts";
import type { AlarmCondition } from "../core/alarm-condition.ts";
import type { Configuration } from "./configuration.ts";

/**
 * Items that take effect with the next restart. An alarm stands while one of them differs from its value at the last
 * restart, so setting it back takes the alarm away as well.
 */
export class RestartNeeds {
  readonly alarmConditions: readonly AlarmCondition[];
  /** Path to its value at the last restart, for the items that have changed since. */
  readonly #changed = new Map<string, { alarm: number; from: string; now: string }>();

  constructor(configuration: Configuration) {
    configuration.onChange((changes) => {
      for (const { path, item, from, to } of changes) {
        if (item.restartAlarm === undefined) continue;
        const atRestart = this.#changed.get(path)?.from ?? from;
        if (atRestart === to) this.#changed.delete(path);
        else this.#changed.set(path, { alarm: item.restartAlarm, from: atRestart, now: to });
      }
    });
    const alarms = new Set(configurationItems.flatMap((item) => item.restartAlarm ?? []));
    this.alarmConditions = [...alarms].map((alarm): AlarmCondition => ({
      alarm: alarm as AlarmId,
      holds: () => {
        const facts = [...this.#changed]
          .filter(([, change]) => change.alarm === alarm)
          .map(
            ([path, { from, now }]) =>
              `${path} was ${from || "blank"} at the last restart and is ${now || "blank"} now`,
          );
        return facts.length > 0 ? { facts, clearedBy: "a restart" } : undefined;
      },
    }));
  }

  /** A service has taken up its settings by itself: its alarm stands for nothing any more. */
  served(alarm: AlarmId): void {
    for (const [path, change] of this.#changed) if (change.alarm === alarm) this.#changed.delete(path);
  }
}
