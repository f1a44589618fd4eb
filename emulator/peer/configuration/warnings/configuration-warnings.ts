import type { AlarmId } from "../../../model/alarms/index.ts";
import type { AlarmCondition, Evidence } from "../../core/alarm-condition.ts";
import type { Part } from "../../core/part.ts";
import type { Configuration } from "../configuration.ts";
import { activeDirectoryWarnings } from "./active-directory-warnings.ts";
import { ipWarnings } from "./ip-warnings.ts";
import { portWarnings } from "./port-warnings.ts";
import { protocolWarnings } from "./protocol-warnings.ts";
import { subzoneWarnings } from "./subzone-warnings.ts";
import type { Settings, Warning } from "./warning.ts";
import { zoneWarnings } from "./zone-warnings.ts";

const warnings: readonly Warning[] = [
  ...ipWarnings,
  ...portWarnings,
  ...activeDirectoryWarnings,
  ...protocolWarnings,
  ...zoneWarnings,
  ...subzoneWarnings,
];

/**
 * The alarms about settings that do not fit together. They are judged once after each change of the configuration: a cluster may
 * have a thousand zones, and other facts change far more often.
 */
export class ConfigurationWarnings implements Part {
  readonly name = "configuration warnings";
  readonly alarmConditions: readonly AlarmCondition[];
  readonly #judged = new Map<AlarmId, Evidence | undefined>();

  constructor(private readonly settings: Settings & { readonly configuration: Pick<Configuration, "onChange"> }) {
    settings.configuration.onChange(() => this.#judged.clear());
    this.alarmConditions = warnings.map((warning) => ({ alarm: warning.alarm, holds: () => this.#holds(warning) }));
  }

  #holds(warning: Warning): Evidence | undefined {
    if (!this.#judged.has(warning.alarm)) this.#judged.set(warning.alarm, this.#judge(warning));
    return this.#judged.get(warning.alarm);
  }

  #judge({ facts: factsOf, clearedBy, parameters }: Warning): Evidence | undefined {
    const facts = factsOf(this.settings);
    if (facts.length === 0) return undefined;
    return { facts, clearedBy, ...(parameters && { parameters: parameters(this.settings) }) };
  }
}
