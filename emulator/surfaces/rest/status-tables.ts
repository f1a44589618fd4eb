import { alarmTable } from "./alarm-records.ts";
import { callTable } from "./call-records.ts";
import { licensePoolLimitsTable, licensePoolTable } from "./license-records.ts";
import { registrationTable } from "./registration-records.ts";
import { resourceUsageTable } from "./resource-usage-records.ts";
import { systemTable } from "./system-records.ts";
import type { StatusTable } from "./status-table.ts";

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
