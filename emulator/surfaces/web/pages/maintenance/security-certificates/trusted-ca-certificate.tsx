import { nameText } from "../../../../../../protocol/x509/distinguished-name.ts";
import { listsOf, trustedAuthorities } from "../../../../../peer/access/certificates/trusted-list.ts";
import { byButton } from "../../../form/by-button.ts";
import { AskFirst, questionFirst } from "../../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { FileRow } from "../../../form/plain-row.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { ListTable } from "../../../records/list-table.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import type { Visit } from "../../../visit.ts";
import { Expiry } from "./expiry.tsx";
import { chosenFile } from "./sent-file.ts";
import { Dagger, LARGEST_PEM, pathOf, ShowLinks, ShownFile } from "./shown-file.tsx";

const APPEND = "Append CA certificate";
const RESET = "Reset to default CA certificate";

/** Maintenance > Security certificates > Trusted CA certificate (Administrator Guide, "Managing the trusted CA certificate list"). */
export const trustedCaCertificate: Page = {
  takesFiles: ["ca_file"],
  largestFile: LARGEST_PEM,
  exists: (visit) => visit.query.get("show") === undefined || shownPem(visit) !== undefined,
  view: (visit) => {
    const pem = shownPem(visit);
    if (pem !== undefined) return <ShownFile visit={visit} pem={pem} />;
    return (
      <>
        <Authorities visit={visit} />
        <Form visit={visit} class="page-form" files>
          <fieldset>
            <legend>
              Upload <Dagger />
            </legend>
            <FileRow
              name="ca_file"
              label="Select the file containing trusted CA certificates"
              hint="PEM, with one certificate or many, and revocation lists if they are to be known to the LDAP connection."
            />
            <div class="buttons">
              <SubmitButton label={APPEND} />
            </div>
          </fieldset>
        </Form>
        <Form visit={visit}>
          <AskFirst />
          <div class="buttons">
            <SubmitButton label={RESET} minor />
          </div>
        </Form>
      </>
    );
  },
  submit: byButton({ [APPEND]: append, Delete: remove, [RESET]: reset }),
};

function Authorities({ visit }: { readonly visit: Visit }) {
  const { trusted } = visit.device.certificates;
  const authorities = trustedAuthorities(trusted);
  const lists = listsOf(trusted).length;
  if (authorities.length === 0) return <p class="none">There are no trusted CA certificates.</p>;
  return (
    <Form visit={visit}>
      <AskFirst />
      <ListTable
        columns={["", "Issuer", "Subject", "Expiration date", "Actions"]}
        rows={authorities.map(({ id, certificate }) => ({
          key: id,
          cells: [
            <input
              type="checkbox"
              name="authority"
              value={id}
              checked={visit.query.get("select") === "all"}
              aria-label={`Select ${nameText(certificate.subject)}`}
            />,
            nameText(certificate.issuer),
            nameText(certificate.subject),
            <Expiry visit={visit} certificate={certificate} />,
            <a href={`${pathOf(visit)}?show=${id}&as=decoded`}>View (decoded)</a>,
          ],
        }))}
      />
      {lists > 0 && <p>{`The file holds ${lists} revocation ${lists === 1 ? "list" : "lists"} as well.`}</p>}
      <div class="buttons">
        <SubmitButton label="Delete" minor />
        <SelectAll visit={visit} />
        <ShowLinks visit={visit} what="all" all />
      </div>
    </Form>
  );
}

/** What the address asks for: all, or one certificate by its id. */
function shownPem({ device, query }: Visit): string | undefined {
  const { trusted } = device.certificates;
  const wanted = query.get("show");
  if (wanted === "all") return trusted;
  return wanted === undefined ? undefined : trustedAuthorities(trusted).find(({ id }) => id === wanted)?.pem;
}

function append({ device, actor }: Visit, sent: SentFields): Outcome {
  const file = chosenFile(sent, "ca_file", "trusted CA certificates");
  if (!file.ok) return { kind: "refused", reason: file.reason };
  const appended = device.certificates.append(file.bytes, actor);
  if (!appended.ok) return { kind: "refused", reason: `trusted CA certificates: ${appended.reason}` };
  const { added, known } = appended;
  return { kind: "done", text: `${count(added)} added${known > 0 ? `, ${count(known)} there already` : ""}` };
}

function remove(visit: Visit, sent: SentFields): Outcome {
  const ids = sent.all("authority");
  if (ids.length === 0) return { kind: "refused", reason: "no CA certificate is selected" };
  const fields = ids.map((id) => ["authority", id] as const);
  const first = questionFirst(visit, sent, `Delete ${count(ids.length)}?`, fields);
  if (first) return first;
  const removed = visit.device.certificates.distrust(ids, visit.actor);
  return removed.ok
    ? { kind: "done", text: `${count(ids.length)} deleted`, to: pathOf(visit) }
    : { kind: "refused", reason: removed.reason };
}

function reset(visit: Visit, sent: SentFields): Outcome {
  const question = "Reset the list of trusted CA certificates to the default, which has none in it?";
  const first = questionFirst(visit, sent, question);
  if (first) return first;
  visit.device.certificates.resetTrusted(visit.actor);
  return { kind: "done", text: "The trusted CA certificates have been reset to the default", to: pathOf(visit) };
}

const count = (number: number): string => `${number} CA certificate${number === 1 ? "" : "s"}`;
