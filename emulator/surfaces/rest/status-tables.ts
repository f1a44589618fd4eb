import { alarmTable } from "./alarm-records.ts";
import { callTable } from "./call-records.ts";
import { licensePoolLimitsTable, licensePoolTable } from "./license-records.ts";
import { registrationTable } from "./registration-records.ts";
import { resourceUsageTable } from "./resource-usage-records.ts";
import type { StatusTable } from "./status-table.ts";

/** What the box is; of its members only the serial number is known. */
const systemTable: StatusTable = {
  path: "system",
  about: "the peer itself",
  members: ["hardware_serial_number"],
  records: ({ identity }) => [{ hardware_serial_number: identity.serialNumber }],
};

/** Every table below `/api/management/status`. */
export const statusTables: readonly StatusTable[] = [
  alarmTable,
  resourceUsageTable,
  callTable,
  registrationTable,
  licensePoolTable,
  licensePoolLimitsTable,
  systemTable,
];
