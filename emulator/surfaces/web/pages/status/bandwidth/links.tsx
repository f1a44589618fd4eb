import type { Page } from "../../../page.ts";
import { UseTable } from "../../../tables/usage-table.tsx";

/** Status > Bandwidth > Links (Administrator Guide, "Link status"). */
export const linkStatus: Page = {
  view: (visit) => {
    const { links } = visit.device.bandwidth.map;
    if (links.length === 0) return <p class="none">There are no links.</p>;
    const used = links.map(({ name, ends, pipes }) => ({
      key: `link ${name}` as const,
      name,
      more: [...ends, pipes.join(", ")],
    }));
    return <UseTable visit={visit} heading="Name" used={used} moreHeadings={["Node 1", "Node 2", "Pipes"]} />;
  },
};
