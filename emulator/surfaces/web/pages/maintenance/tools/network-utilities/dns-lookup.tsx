import { checkArguments, findCommand } from "../../../../../../peer/configuration/commands/commands.ts";
import { type DigReport, digReports } from "../../../../../../peer/network/dns/dns-lookup.ts";
import { argumentsOf, type CommandField, CommandFields } from "../../../../form/command-fields.tsx";
import { FieldRow } from "../../../../form/field-row.tsx";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import type { SentFields } from "../../../../form/sent-fields.ts";
import type { Page } from "../../../../page.ts";
import type { Visit } from "../../../../visit.ts";

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

/** All asks the servers of System > DNS, as the peer itself does. */
const CHECK_AGAINST = ["All", "Custom"] as const;

/** Maintenance > Tools > Network utilities > DNS lookup: asks the DNS servers of the peer (guide, Appendix 4). */
export const dnsLookup: Page = {
  view: (visit, refusal) => <Fields visit={visit} sent={refusal?.sent} />,
  submit: async (visit, sent) => {
    const found = findCommand("DNSLookup");
    if (!found.ok) return { kind: "refused", reason: found.reason };
    const checked = checkArguments(found.command, argumentsOf("DNSLookup", fields, sent));
    if (!checked.ok) return { kind: "refused", reason: checked.reason };
    const servers = chosenServers(visit, sent);
    if (typeof servers === "string") return { kind: "refused", reason: servers };
    const result = await digReports(visit.device.resolver, checked.args, servers);
    if (!result.ok) return { kind: "refused", reason: result.reason };
    return {
      kind: "show",
      content: (
        <>
          <Fields visit={visit} sent={sent} />
          <Reports reports={result.reports} />
        </>
      ),
    };
  },
};

/** @returns undefined for All, or why the choice cannot be taken */
function chosenServers({ device: { resolver } }: Visit, sent: SentFields): readonly string[] | string | undefined {
  const choice = sent.get("check_against") ?? "All";
  if (choice === "All") return undefined;
  if (choice !== "Custom") return `"${choice}" is not one of ${CHECK_AGAINST.join(", ")}`;
  const chosen = sent.all("server");
  if (chosen.length === 0) return "no DNS server is selected";
  const unknown = chosen.find((server) => !resolver.servers.includes(server));
  return unknown === undefined
    ? chosen
    : `"${unknown}" is not one of the DNS servers of this system: ${resolver.servers.join(", ")}`;
}

/** What is too wide for the screen can be moved with the keyboard. */
function Reports({ reports }: { readonly reports: readonly DigReport[] }) {
  return (
    <>
      <h2>Nslookup</h2>
      <pre class="log" tabIndex={0}>
        {reports.map(({ nslookup }) => nslookup).join("\n")}
      </pre>
      <h2>Dig</h2>
      {reports.map(({ dig, output }) => (
        <pre key={dig} class="log" tabIndex={0}>{`${dig}\n\n${output}`}</pre>
      ))}
    </>
  );
}

function Fields({ visit, sent }: { readonly visit: Visit; readonly sent: SentFields | undefined }) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>DNS lookup</legend>
        <CommandFields visit={visit} command="DNSLookup" fields={fields} typed={(argument) => sent?.get(argument)} />
        <Servers servers={visit.device.resolver.servers} sent={sent} />
        <div class="buttons">
          <SubmitButton label="Lookup" />
        </div>
      </fieldset>
    </Form>
  );
}

function Servers({ servers, sent }: { readonly servers: readonly string[]; readonly sent: SentFields | undefined }) {
  const beside = servers.map((server) => (
    <label key={server} class="choice">
      <input type="checkbox" name="server" value={server} checked={sent?.all("server").includes(server) === true} />
      {server}
    </label>
  ));
  return (
    <FieldRow
      field={{
        name: "check_against",
        label: "Check against the following DNS servers",
        values: { kind: "oneOf", values: CHECK_AGAINST },
        description:
          "All asks those of System > DNS until one answers. Custom asks those that are ticked, in the same way.",
        standard: "All",
        value: sent?.get("check_against") ?? "All",
        options: CHECK_AGAINST,
        beside,
      }}
    />
  );
}
