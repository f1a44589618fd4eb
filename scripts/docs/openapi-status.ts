import type { RestResource } from "../../emulator/model/rest/resource.ts";
import { statusTables } from "../../emulator/surfaces/rest/status-tables.ts";
import { objectSchema, type Schema } from "./rest-schema.ts";

/** The answer of a table of status; undefined for any other resource. */
export function restStatusSchema({ path }: RestResource): Schema | undefined {
  const table = statusTables.find((one) => `/api/management/status/${one.path}` === path);
  if (!table) return undefined;
  const record = objectSchema(
    Object.fromEntries(table.members.map((name) => [name, { type: ["string", "number", "boolean"] }])),
    table.members,
  );
  const peer = objectSchema(
    {
      peer: { type: "string" },
      num_recs: { type: "integer" },
      local_peer: { type: "boolean" },
      records: { type: "array", items: record },
    },
    ["peer", "num_recs", "local_peer", "records"],
  );
  return { type: "array", items: peer };
}
