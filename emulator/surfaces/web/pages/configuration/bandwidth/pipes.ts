import { bandwidthModeWords, toWords } from "../../../form/option-words.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import { kbps, useOf } from "../../../tables/bandwidth-usage.ts";
import type { Visit } from "../../../visit.ts";

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("Bandwidth Pipe", row, item));

/** `Unlimited`, `No bandwidth`, or the limit. */
export function limitOfPipe(visit: Visit, row: number, of: "Total" | "PerCall"): string {
  const mode = value(visit, row, `Bandwidth ${of} Mode`);
  if (mode !== "Limited") return toWords(bandwidthModeWords, mode);
  return kbps(Number(value(visit, row, `Bandwidth ${of} Limit`)));
}

/** Configuration > Bandwidth > Pipes (Administrator Guide, "Pipes"). */
export const pipes = rowPages({
  rows: "Bandwidth Pipe",
  noun: "pipe",
  nameItem: "Name",
  columns: [
    { heading: "Name", cell: (visit, row) => value(visit, row, "Name") },
    { heading: "Total bandwidth", cell: (visit, row) => limitOfPipe(visit, row, "Total") },
    { heading: "Per call bandwidth", cell: (visit, row) => limitOfPipe(visit, row, "PerCall") },
    { heading: "Calls", cell: (visit, row) => useOf(visit.device, `pipe ${value(visit, row, "Name")}`).calls },
    { heading: "Bandwidth used", cell: (visit, row) => useOf(visit.device, `pipe ${value(visit, row, "Name")}`).own },
  ],
  sections: [
    { title: "Configuration", fields: [{ item: "Name" }] },
    {
      title: "Total bandwidth available",
      fields: [{ item: "Bandwidth Total Mode", words: bandwidthModeWords }, { item: "Bandwidth Total Limit" }],
    },
    {
      title: "Calls through this pipe",
      fields: [{ item: "Bandwidth PerCall Mode", words: bandwidthModeWords }, { item: "Bandwidth PerCall Limit" }],
    },
  ],
});
