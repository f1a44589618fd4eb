import type { RowCommands } from "../../../../../peer/configuration/row-commands.ts";
import { allowListRows, denyListRows } from "../../../../../peer/calls/registrations/restriction-rows.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";

const pagesOf = (rows: RowCommands, noun: string): ReturnType<typeof rowPages> =>
  rowPages({
    rows,
    noun,
    nameItem: "Pattern String",
    columns: ["Description", "Pattern type", "Pattern string"].map((heading) => ({
      heading,
      cell: ({ device }, row) =>
        device.configuration.get(itemOfRow({ rows }, row, heading.replace("type", "Type").replace("string", "String"))),
    })),
    sections: [
      {
        title: "Configuration",
        fields: [{ item: "Description" }, { item: "Pattern Type" }, { item: "Pattern String" }],
      },
    ],
  });

/** Configuration > Registration > Allow List (Administrator Guide, "Registration restriction policy"). */
export const allowList = pagesOf(allowListRows, "allow list pattern");

/** Configuration > Registration > Deny List. */
export const denyList = pagesOf(denyListRows, "deny list pattern");
