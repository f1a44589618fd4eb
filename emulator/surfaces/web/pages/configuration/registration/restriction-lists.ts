import type { RowListName } from "../../../../../model/configuration/lists.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";

const pagesOf = (rows: RowListName, noun: string): ReturnType<typeof rowPages> =>
  rowPages({
    rows,
    noun,
    nameItem: "Pattern String",
    columns: ["Description", "Pattern type", "Pattern string"].map((heading) => ({
      heading,
      cell: ({ device }, row) =>
        device.configuration.get(itemOfRow(rows, row, heading.replace("type", "Type").replace("string", "String"))),
    })),
    sections: [
      {
        title: "Configuration",
        fields: [{ item: "Description" }, { item: "Pattern Type" }, { item: "Pattern String" }],
      },
    ],
  });

/** Configuration > Registration > Allow List (Administrator Guide, "Registration restriction policy"). */
export const allowList = pagesOf("Registration AllowList", "allow list pattern");

/** Configuration > Registration > Deny List. */
export const denyList = pagesOf("Registration DenyList", "deny list pattern");
