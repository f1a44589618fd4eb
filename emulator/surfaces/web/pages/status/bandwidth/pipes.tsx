import type { Page } from "../../../page.ts";
import { UseTable } from "../../../tables/usage-table.tsx";
import { limitOfPipe } from "../../configuration/bandwidth/pipes.ts";

const LIST = "Bandwidth Pipe";

/** Status > Bandwidth > Pipes (Administrator Guide, "Pipe status"). */
export const pipeStatus: Page = {
  view: (visit) => {
    const { configuration } = visit.device;
    const rows = configuration.rows.of(LIST);
    if (rows.length === 0) return <p class="none">There are no pipes.</p>;
    const used = rows.map((row) => {
      const name = configuration.get(`${LIST} ${row} Name`);
      const more = [limitOfPipe(visit, row, "Total"), limitOfPipe(visit, row, "PerCall")];
      return { key: `pipe ${name}` as const, name, more };
    });
    return <UseTable visit={visit} heading="Name" used={used} moreHeadings={["Total limit", "Per call limit"]} />;
  },
};
