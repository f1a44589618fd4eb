import type { StatusTable } from "./status-table.ts";

/** What the box is; of its members only the serial number is known. */
export const systemTable: StatusTable = {
  path: "system",
  about: "the peer itself",
  members: ["hardware_serial_number"],
  records: ({ identity }) => [{ hardware_serial_number: identity.serialNumber }],
};
