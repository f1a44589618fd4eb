import { alarmText } from "../../peer/reporting/alarms/alarms.ts";
import type { Device } from "../../peer/device.ts";
import { SOFTWARE_RELEASE_DATE } from "../../peer/core/identity.ts";

/**
 * What the command shell says first. Scanners look for the first line; the second is that of the sister products. Raised
 * alarms are listed (X7.2.1 capture); their layout is in no source.
 */
export function greeting({ identity, alarms }: Device): string[] {
  const raised = alarms.standing();
  return [
    `TANDBERG Video Communication Server ${identity.softwareVersion}`,
    `SW Release Date: ${SOFTWARE_RELEASE_DATE}`,
    "",
    ...(raised.length === 0 ? [] : [`Alarms: ${raised.length}`]),
    ...raised.map((record) => `  ${record.type.id} ${record.type.severity}: ${alarmText(record, " - ")}`),
    ...(raised.length === 0 ? [] : [""]),
    "OK",
  ];
}
