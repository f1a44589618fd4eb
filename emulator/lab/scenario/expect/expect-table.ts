import type { Check } from "../kinds.ts";
import { alarm, noAlarm, noAlarms } from "./alarms.ts";
import { clusterDatabase, state } from "./cluster.ts";
import { finds } from "./doctor.ts";
import { log, lacks, shows } from "./texts.ts";
import { up, value } from "./values.ts";

/** Everything that a step can expect. A row is all that a new kind needs. */
export const expectTable: readonly Check[] = [
  alarm,
  noAlarm,
  noAlarms,
  state,
  clusterDatabase,
  value,
  shows,
  lacks,
  log,
  up,
  finds,
];
