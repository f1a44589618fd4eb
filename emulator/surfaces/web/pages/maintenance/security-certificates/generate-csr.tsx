import { DIGESTS, KEY_LENGTHS, type RequestForm } from "../../../../../peer/access/certificates/signing-request.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { SelectRow, TextRow } from "../../../form/plain-row.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Page } from "../../../page.ts";
import type { Visit } from "../../../visit.ts";
import { Dagger } from "./shown-file.tsx";

/** The texts of the form: the name of the field, its label, and what is to be known about it. */
const texts = [
  ["commonName", "Common name", "The FQDN by which this system is known."],
  [
    "alternativeNames",
    "Additional alternative names (comma separated)",
    "DNS names and IP addresses, of the cluster for one.",
  ],
  ["country", "Country", "A code of two letters."],
  ["state", "State or province", undefined],
  ["locality", "Locality (town name)", undefined],
  ["organization", "Organization (company name)", undefined],
  ["unit", "Organizational unit", undefined],
] as const;

/** Maintenance > Security certificates > Server certificate > Generate CSR (Administrator Guide, "Generating a certificate signing request"). */
export const generateCsr: Page = {
  view: (visit, refusal) => {
    const form = refusal ? formOf(refusal.sent) : blankForm(visit);
    return (
      <Form visit={visit} class="page-form">
        <fieldset>
          <legend>
            Certificate request <Dagger />
          </legend>
          {texts.map(([name, label, hint]) => (
            <TextRow key={name} name={name} label={label} value={form[name]} {...(hint !== undefined && { hint })} />
          ))}
          <SelectRow name="keyLength" label="Key length (in bits)" options={KEY_LENGTHS} value={form.keyLength} />
          <SelectRow name="digest" label="Digest algorithm" options={DIGESTS} value={form.digest} />
        </fieldset>
        <div class="buttons">
          <SubmitButton label="Generate CSR" />
          <a class="button minor" href="/servercertificate">
            Cancel
          </a>
        </div>
      </Form>
    );
  },
  submit: async ({ device, actor }, sent) => {
    const made = await device.certificates.generateRequest(formOf(sent), actor);
    return made.ok
      ? { kind: "done", text: "The certificate signing request has been generated", to: "/servercertificate" }
      : { kind: "refused", reason: made.reason };
  },
};

const blankForm = ({ device: { configuration } }: Visit): RequestForm => ({
  ...formOf(undefined),
  commonName: [configuration.get("IP DNS Hostname"), configuration.get("IP DNS Domain Name")].filter(Boolean).join("."),
});

function formOf(sent: SentFields | undefined): RequestForm {
  const text = (name: string): string => (sent?.get(name) ?? "").trim();
  return {
    commonName: text("commonName"),
    alternativeNames: text("alternativeNames"),
    country: text("country"),
    state: text("state"),
    locality: text("locality"),
    organization: text("organization"),
    unit: text("unit"),
    keyLength: text("keyLength") || KEY_LENGTHS[0],
    digest: text("digest") || DIGESTS[0],
  };
}
