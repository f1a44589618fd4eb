import { statusTables } from "../../emulator/surfaces/rest/status-tables.ts";
import { GENERATED } from "./markdown.ts";
import { restResourceSections } from "./rest-resources.ts";

/** `docs/reference/rest.md` */
export function restPage(): string {
  const tables = statusTables.map(
    ({ path, about, members }) =>
      `### GET /api/management/status/${path}\n\nA record is ${about}.\n\nMembers: ${members.map((member) => `\`${member}\``).join(", ")}.\n`,
  );
  return [
    "# REST interface\n",
    GENERATED,
    "Basic authentication with an administrator account that has API access, or the cookies of a session of the pages; one with Read-only access may GET. `/api/v1/…` is the same as `/api/…`. [openapi.json](openapi.json) tells the same for programs.\n",
    "X8.1 has no `/api/provisioning`; it came with X8.8. The twin offers it over the configuration of X8.1. What X8.1 has nothing for is answered with 501 and the reason, and counted; a path that no source knows with 404, but below `/api/management` with 501, since the product has more tables there than are known.\n",
    "## Rules\n",
    '- A single resource has GET and PUT; a PUT leaves the members that it does not name. A list has GET, POST, PUT and DELETE on one path, the item named in the body.\n- Values are those of the CLI, in any case; numbers as JSON numbers or texts. Secrets are never shown, nor what has no meaning beside other values.\n- A request is done whole or not at all, by the same code as on the CLI.\n- GET of a list takes filters, `…/name/myzone`, one after the other; 404 where nothing is left.\n- A write answers `{"Message": …}`: 200, 201 for a POST that creates; 400 for a wrong body, with the member, the value seen and what is allowed; 403 for an account that may only read; 404 for what is not there, and for a path of the other kind of box; 405 with `Allow`; 413 beyond 1 MB. OPTIONS answers with `Allow`.\n',
    'Names marked "assumed" are in no source that could be read: they are ours, after the labels of the pages. Assumed as well: the status of refusals, that GET of a list answers an array of objects, and that every POST that creates answers 201. The built-in account `admin` is no row of `adminaccount/configuration`.\n',
    restResourceSections(),
    "## Tables of status\n",
    "An answer is a list with an object for each peer: `peer` (its address, `127.0.0.1` for one that stands alone), `num_recs`, `local_peer` (true for the peer that was asked), `records`. Peers tell each other of calls and alarms; of the other tables there is the object of the peer that was asked alone.\n",
    "Every member of a record is a filter of the address: `/api/management/status/call/call/active/true`. A filter that matches nothing gives no records; one that no record has is answered with 400.\n",
    "Names, order and types are those that monitoring programs read on X8.11 boxes. Assumed: that X8.1 has these tables; the names of the license types, and that their figures are halves of licenses.\n",
    ...tables,
  ].join("\n");
}
