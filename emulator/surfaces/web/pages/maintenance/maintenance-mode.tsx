import { formPage } from "../../form/form-page.tsx";
import { StatusTable } from "../../tables/status-table.tsx";
import { currentCalls, currentRegistrations } from "../../tables/active-use.ts";

/** Maintenance > Maintenance mode. Guide: Save, then OK on the confirmation dialog. */
export const maintenanceMode = formPage({
  sections: [{ title: "Configuration", fields: [{ item: "SystemUnit Maintenance Mode" }] }],
  question: (changes) =>
    changes.some(({ value }) => value === "On")
      ? "While maintenance mode is on, this system takes no new calls and registrations. Enable maintenance mode?"
      : undefined,
  status: ({ device }) => (
    <StatusTable
      number={1}
      title="Status"
      rows={[
        ["Number of active calls", currentCalls(device)],
        ["Number of registrations", currentRegistrations(device)],
      ]}
    />
  ),
});
