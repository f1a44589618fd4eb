import { statusTables } from "../../emulator/surfaces/rest/status-tables.ts";

/** `docs/reference/rest.md` */
export function restPage(): string {
  const sections = statusTables.map(
    ({ path, about, members }) =>
      `## GET /api/management/status/${path}\n\nA record is ${about}.\n\nMembers: ${members.map((member) => `\`${member}\``).join(", ")}.\n`,
  );
  return [
    "# REST interface\n",
    "<!-- Made from the tables by `npm run docs`. -->\n",
    "Basic authentication with the account `admin`. An answer is a list with an object for each peer: `peer` (its address, `127.0.0.1` for one that stands alone), `num_recs`, `local_peer` (true for the peer that was asked), `records`. Peers tell each other of calls and alarms; of the other tables there is the object of the peer that was asked alone.\n",
    "Every member of a record is a filter of the address: `/api/management/status/call/call/active/true`. A filter that matches nothing gives no records; one that no record has is answered with 400. Every other path below `/api` is answered with 501 and a `Message` that says that it is not emulated.\n",
    "Names, order and types are those that monitoring programs read on X8.11 boxes. Assumed: that X8.1 has these tables; the names of the license types, and that their figures are halves of licenses.\n",
    ...sections,
  ].join("\n");
}
