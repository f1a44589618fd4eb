import { hardwareSensors, sensorGroups, type SensorGroup, type SensorName } from "../../../model/hardware-sensors.ts";
import type { AlarmCondition, Evidence } from "../../core/alarm-condition.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Part } from "../../core/part.ts";
import { isInRange, rangeText, readingText, type SensorReading } from "./sensor-reading.ts";

/** What a sensor reads instead of its nominal value; of several for one sensor the last counts. */
export interface FalseReading {
  readonly sensor: SensorName;
  /** In the unit of its kind. */
  readonly reads: number;
}

interface Options {
  readonly identity: Identity;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly falseReadings: () => readonly FalseReading[];
}

/** The sensors of an appliance, and the alarms 10001 of those that read what they should not. A virtual machine has none. */
export class HardwareMonitor implements Part {
  readonly name = "hardware monitor";
  readonly alarmConditions: readonly AlarmCondition[] = sensorGroups.map((group) => ({
    alarm: 10001,
    uuid: group.alarm,
    holds: () => this.#failure(group),
  }));

  /** Those that the log has told of. */
  #told: ReadonlySet<string> = new Set();

  constructor(private readonly options: Options) {}

  start(): void {
    this.#logFailures();
  }

  /** In the order of the table; none on a virtual machine. */
  get readings(): readonly SensorReading[] {
    const { identity, falseReadings } = this.options;
    if (identity.hardware !== "appliance") return [];
    const instead = new Map<string, number>(falseReadings().map(({ sensor, reads }) => [sensor, reads]));
    return hardwareSensors.map((sensor) => ({ sensor, reads: instead.get(sensor.name) ?? sensor.nominal }));
  }

  /** The readings of one kind. */
  readingsOf({ kind }: Pick<SensorGroup, "kind">): readonly SensorReading[] {
    return this.readings.filter(({ sensor }) => sensor.kind === kind);
  }

  /** To be called when a sensor has begun to read something else. */
  readingsChanged(): void {
    this.#logFailures();
    this.options.facts.changed();
  }

  #failure(group: SensorGroup): Evidence | undefined {
    const facts = this.readingsOf(group)
      .filter((reading) => !isInRange(reading))
      .map(failureText);
    if (facts.length === 0) return undefined;
    return {
      facts,
      clearedBy: "the sensor reads within its range again",
      parameters: { "problem description": facts.join("; ") },
    };
  }

  #logFailures(): void {
    const failing = this.readings.filter((reading) => !isInRange(reading));
    for (const reading of failing)
      if (!this.#told.has(reading.sensor.name))
        this.options.log.event("management", "Hardware Failure", { Detail: failureText(reading) });
    this.#told = new Set(failing.map(({ sensor }) => sensor.name));
  }
}

/** `Fan 2 reads 0 RPM, its range is 2000 to 12000 RPM` */
const failureText = (reading: SensorReading): string =>
  `${reading.sensor.name} reads ${readingText(reading)}, its range is ${rangeText(reading.sensor)}`;
