/** What a sensor measures. */
export type SensorKind = "fan" | "temperature" | "voltage";

/** The sensors of a kind as pages group them. */
export interface SensorGroup {
  readonly kind: SensorKind;
  readonly title: string;
  readonly unit: "RPM" | "°C" | "V";
  /** UUID of the alarm, one of the four types of 10001, that stands while one of them is out of its range. */
  readonly alarm: string;
}

/**
 * Administrator Guide, "Hardware status": fan speeds, temperatures and voltages, each with minimum and maximum. Which alarm
 * is that of which is assumed.
 */
export const sensorGroups: readonly SensorGroup[] = [
  { kind: "fan", title: "Fan speeds", unit: "RPM", alarm: "9322bbdc-d8fd-11de-a364-001d09a14174" },
  { kind: "temperature", title: "Temperatures", unit: "°C", alarm: "d445eea4-d8fd-11de-8914-001d09a14174" },
  { kind: "voltage", title: "Voltages", unit: "V", alarm: "be26b15c-d908-11de-85e4-001d09a14174" },
];

/** A sensor of an appliance; values are in the unit of its kind. */
export interface HardwareSensor {
  readonly name: string;
  readonly kind: SensorKind;
  /** What it reads while nothing is wrong. */
  readonly nominal: number;
  readonly minimum: number;
  readonly maximum: number;
  /** No source names it. */
  readonly assumed?: true;
}

/** The sensors of an appliance. No source names any: these are what a server of one unit of height has. */
export const hardwareSensors = [
  { name: "Fan 1", kind: "fan", nominal: 7200, minimum: 2000, maximum: 12_000, assumed: true },
  { name: "Fan 2", kind: "fan", nominal: 7200, minimum: 2000, maximum: 12_000, assumed: true },
  { name: "Fan 3", kind: "fan", nominal: 7200, minimum: 2000, maximum: 12_000, assumed: true },
  { name: "Fan 4", kind: "fan", nominal: 7200, minimum: 2000, maximum: 12_000, assumed: true },
  { name: "CPU temperature", kind: "temperature", nominal: 42, minimum: 5, maximum: 80, assumed: true },
  { name: "System temperature", kind: "temperature", nominal: 31, minimum: 5, maximum: 60, assumed: true },
  { name: "CPU core", kind: "voltage", nominal: 1.2, minimum: 1, maximum: 1.4, assumed: true },
  { name: "3.3 V supply", kind: "voltage", nominal: 3.3, minimum: 2.97, maximum: 3.63, assumed: true },
  { name: "5 V supply", kind: "voltage", nominal: 5, minimum: 4.5, maximum: 5.5, assumed: true },
  { name: "12 V supply", kind: "voltage", nominal: 12, minimum: 10.8, maximum: 13.2, assumed: true },
  { name: "Battery", kind: "voltage", nominal: 3, minimum: 2.5, maximum: 3.6, assumed: true },
] as const satisfies readonly HardwareSensor[];

export type SensorName = (typeof hardwareSensors)[number]["name"];
