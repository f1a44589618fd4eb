import { subzoneNames } from "../configuration/nodes.ts";
import type { Page } from "../../page.ts";
import { UseTable } from "../../tables/usage-table.tsx";

/** Status > Local Zone (Administrator Guide, "Local Zone status"). */
export const localZoneStatus: Page = {
  view: (visit) => (
    <UseTable
      visit={visit}
      heading="Subzone name"
      used={subzoneNames(visit).map((name) => ({ key: `node ${name}`, name }))}
    />
  ),
};
