import { b2buaAlarms } from "./b2bua.ts";
import { clusterAlarms } from "./cluster.ts";
import { configurationAlarms } from "./configuration.ts";
import { externalApplicationsAlarms } from "./external-applications.ts";
import { hardwareAlarms } from "./hardware.ts";
import { licensingAlarms } from "./licensing.ts";
import { networkAlarms } from "./network.ts";
import { securityAlarms } from "./security.ts";
import { softwareAlarms } from "./software.ts";
import type { Alarm } from "../types.ts";

const tables = [
  hardwareAlarms,
  softwareAlarms,
  clusterAlarms,
  networkAlarms,
  licensingAlarms,
  externalApplicationsAlarms,
  securityAlarms,
  configurationAlarms,
  b2buaAlarms,
] as const;

/** Every alarm type of the device, in the order of the ids; an id may stand for several types, each with its UUID. */
export const alarms: readonly Alarm[] = Object.freeze(tables.flat());

/** The five digits of an alarm, for conditions that name their alarm. */
export type AlarmId = (typeof tables)[number][number]["id"];
