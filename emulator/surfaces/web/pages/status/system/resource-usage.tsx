import type { Page } from "../../../page.ts";
import { ResourceUsageTable } from "../../../tables/resource-usage-table.tsx";

/** Status > System > Resource usage. */
export const resourceUsage: Page = { view: ({ device }) => <ResourceUsageTable number={1} device={device} /> };
