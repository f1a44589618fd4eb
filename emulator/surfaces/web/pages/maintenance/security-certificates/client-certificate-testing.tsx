import type { Certificate } from "../../../../../../protocol/x509/certificate.ts";
import { certificateText, timeText } from "../../../../../../protocol/x509/decoded-text.ts";
import { nameText } from "../../../../../../protocol/x509/distinguished-name.ts";
import type { UserNamePattern } from "../../../../../peer/access/certificates/client-user-name.ts";
import type { Device } from "../../../../../peer/device.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { accessLevelWords, toWords } from "../../../form/option-words.ts";
import { FileRow, TextRow } from "../../../form/plain-row.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";
import { chosenFile } from "./sent-file.ts";
import { LARGEST_PEM, pathOf } from "./shown-file.tsx";

const CHECK = "Check certificate";

/** Maintenance > Security certificates > Client certificate testing (Administrator Guide, "Testing client certificates"). */
export const clientCertificateTesting: Page = {
  takesFiles: ["client_file"],
  largestFile: LARGEST_PEM,
  view: (visit, refusal) => {
    const { pattern } = visit.device.clientCertificates;
    return (
      <Form visit={visit} class="page-form" files>
        <fieldset>
          <legend>Client certificate</legend>
          <FileRow name="client_file" label="Select the file you want to test" hint="PEM." />
        </fieldset>
        <fieldset>
          <legend>Certificate-based authentication pattern</legend>
          <TextRow name="regex" label="Regex" value={refusal?.sent.get("regex") ?? pattern.regex} />
          <TextRow name="format" label="Username format" value={refusal?.sent.get("format") ?? pattern.format} />
        </fieldset>
        <div class="buttons">
          <SubmitButton label={CHECK} />
        </div>
      </Form>
    );
  },
  submit: byButton({ [CHECK]: check }),
};

function check(visit: Visit, sent: SentFields): Outcome {
  const { clientCertificates } = visit.device;
  const file = chosenFile(sent, "client_file", "client certificate");
  if (!file.ok) return { kind: "refused", reason: file.reason };
  const read = clientCertificates.read(file.bytes);
  if (!read.ok) return { kind: "refused", reason: `client certificate: ${read.reason}` };
  const { pattern } = clientCertificates;
  const tried = { regex: sent.get("regex") ?? pattern.regex, format: sent.get("format") ?? pattern.format };
  return {
    kind: "show",
    title: "Certificate test results",
    content: <Results visit={visit} certificate={read.certificate} pattern={tried} />,
  };
}

interface ResultsProps {
  readonly visit: Visit;
  readonly certificate: Certificate;
  readonly pattern: UserNamePattern;
}

function Results({ visit, certificate, pattern }: ResultsProps) {
  const { device } = visit;
  const flaw = device.clientCertificates.flawOf(certificate);
  const user = device.clientCertificates.userName(certificate, pattern);
  return (
    <>
      <StatusTable
        number={1}
        title="Certificate test results"
        rows={[
          ["Valid certificate", flaw === undefined ? "Yes" : `No: ${flaw}`],
          ["Resulting string", user.ok ? user.name : `None: ${user.reason}`],
          ["Account", user.ok ? accountText(device, user.name) : ""],
          ["Subject", nameText(certificate.subject)],
          ["Issuer", nameText(certificate.issuer)],
          ["Valid until", timeText(certificate.notAfter)],
        ]}
      />
      <pre class="decoded">{certificateText(certificate)}</pre>
      <p>
        <a class="button minor" href={pathOf(visit)}>
          Back
        </a>
      </p>
    </>
  );
}

/** What an account may do that a certificate stands for. */
function accountText({ accounts }: Device, name: string): string {
  const account = accounts.find(name);
  if (!account) return `There is no account with the name "${name}"`;
  if (!account.enabled) return `"${name}" is disabled`;
  const ways = [...(account.ways.web ? ["web"] : []), ...(account.ways.api ? ["API"] : [])].join(" and ");
  return `"${name}": ${toWords(accessLevelWords, account.access)} access, ${ways === "" ? "neither web nor API" : ways}`;
}
