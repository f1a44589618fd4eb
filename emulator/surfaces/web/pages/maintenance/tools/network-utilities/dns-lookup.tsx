import type { StatusValue } from "../../../../../../peer/status/status-values.ts";
import { argumentsOf, CommandFields, type CommandField } from "../../../../form/command-fields.tsx";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import { ListTable } from "../../../../records/list-table.tsx";
import type { Page, Visit } from "../../../../page.ts";
import { runCommand } from "../../../../run-command.ts";
import type { SentFields } from "../../../../sent-fields.ts";
import { textAt } from "../../../../status-value.ts";

const fields: readonly CommandField[] = [
  { argument: "Hostname", label: "Host" },
  {
    argument: "RecordType",
    label: "Query type",
    first: "all",
    words: {
      all: "All",
      a: "A (IPv4 address)",
      aaaa: "AAAA (IPv6 address)",
      srv: "SRV (services)",
      naptr: "NAPTR (Naming authority pointer)",
    },
  },
];

/** Headings and what they are called in the command's answer. Later Administrator Guides; X8.1 shows the output of dig. */
const columns = [
  ["Query type", "QueryType"],
  ["Name", "Name"],
  ["TTL", "TTL"],
  ["Class", "Class"],
  ["Type", "Type"],
  ["Response", "Response"],
] as const;

/** Maintenance > Tools > Network utilities > DNS lookup: asks the DNS servers of the peer. */
export const dnsLookup: Page = {
  view: (visit, refusal) => <Fields visit={visit} sent={refusal?.sent} />,
  submit: async (visit, sent) => {
    const result = await runCommand(visit, "DNSLookup", argumentsOf("DNSLookup", fields, sent));
    if (!result.ok) return { kind: "refused", reason: result.reason };
    const records = result.values?.["Record"];
    return {
      kind: "show",
      content: (
        <>
          <Fields visit={visit} sent={sent} />
          <ListTable
            columns={columns.map(([heading]) => heading)}
            rows={records instanceof Map ? [...records].map(([place, record]) => rowOf(place, record)) : []}
          />
        </>
      ),
    };
  },
};

const rowOf = (place: number, record: StatusValue) => ({
  key: place,
  cells: columns.map(([, element]) => textAt(record, element)),
});

function Fields({ visit, sent }: { readonly visit: Visit; readonly sent: SentFields | undefined }) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>DNS lookup</legend>
        <CommandFields visit={visit} command="DNSLookup" fields={fields} typed={(argument) => sent?.get(argument)} />
        <div class="buttons">
          <SubmitButton label="Lookup" />
        </div>
      </fieldset>
    </Form>
  );
}
