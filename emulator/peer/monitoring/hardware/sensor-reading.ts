import { sensorGroups, type HardwareSensor, type SensorKind } from "../../../model/hardware-sensors.ts";

/** What a sensor reads at this moment, in the unit of its kind. */
export interface SensorReading {
  readonly sensor: HardwareSensor;
  readonly reads: number;
}

/** Minimum and maximum belong to the range. */
export const isInRange = ({ sensor: { minimum, maximum }, reads }: SensorReading): boolean =>
  reads >= minimum && reads <= maximum;

const unitOf = (kind: SensorKind): string => sensorGroups.find((group) => group.kind === kind)?.unit ?? "";

/** A value with its unit: `7200 RPM`. */
export const valueText = ({ kind }: Pick<HardwareSensor, "kind">, value: number): string => `${value} ${unitOf(kind)}`;

export const readingText = ({ sensor, reads }: SensorReading): string => valueText(sensor, reads);

/** `2000 to 12000 RPM` */
export const rangeText = (sensor: HardwareSensor): string =>
  `${sensor.minimum} to ${valueText(sensor, sensor.maximum)}`;
