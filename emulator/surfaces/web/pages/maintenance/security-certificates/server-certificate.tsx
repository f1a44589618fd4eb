import { alternativeNames, readCertificate } from "../../../../../../protocol/x509/certificate.ts";
import { nameText } from "../../../../../../protocol/x509/distinguished-name.ts";
import { readPem } from "../../../../../../protocol/x509/pem.ts";
import { byButton } from "../../../form/by-button.ts";
import { AskFirst, questionFirst } from "../../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { FileRow } from "../../../form/plain-row.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";
import { Expiry } from "./expiry.tsx";
import { chosenFile } from "./sent-file.ts";
import { Dagger, LARGEST_PEM, pathOf, ShowLinks, ShownFile } from "./shown-file.tsx";

const UPLOAD = "Upload server certificate data";
const RESET = "Reset to default server certificate";
const DISCARD = "Discard CSR";
const DOWNLOAD = "Download";

/** Maintenance > Security certificates > Server certificate (Administrator Guide, "Managing the server certificate"). */
export const serverCertificate: Page = {
  takesFiles: ["key_file", "certificate_file"],
  largestFile: LARGEST_PEM,
  exists: (visit) => visit.query.get("show") === undefined || shownPem(visit) !== undefined,
  view: (visit) => {
    const pem = shownPem(visit);
    if (pem !== undefined) return <ShownFile visit={visit} pem={pem} />;
    return (
      <>
        <Current visit={visit} />
        <Request visit={visit} />
        <Upload visit={visit} />
      </>
    );
  },
  submit: byButton({ [UPLOAD]: upload, [RESET]: reset, [DOWNLOAD]: download, [DISCARD]: discard }),
};

function Current({ visit }: { readonly visit: Visit }) {
  const [block] = readPem(visit.device.certificates.server.certificate);
  const certificate = block && readCertificate(block.bytes);
  return (
    <>
      {certificate && (
        <StatusTable
          number={1}
          title="Server certificate data"
          rows={[
            ["Subject", nameText(certificate.subject)],
            ["Issuer", nameText(certificate.issuer)],
            ["Subject alternative names", alternativeNames(certificate).join(", ")],
            ["Currently loaded certificate expires on", <Expiry visit={visit} certificate={certificate} />],
          ]}
        />
      )}
      <Form visit={visit}>
        <AskFirst />
        <div class="buttons">
          <ShowLinks visit={visit} what="certificate" />
          <SubmitButton label={RESET} minor />
        </div>
      </Form>
    </>
  );
}

function Request({ visit }: { readonly visit: Visit }) {
  const { request } = visit.device.certificates;
  if (request === undefined)
    return (
      <p>
        There is no certificate signing request in progress.{" "}
        {visit.mayAct && (
          <a class="button" href="/generatecsr">
            Generate CSR
          </a>
        )}
      </p>
    );
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>
          Certificate signing request (CSR) <Dagger />
        </legend>
        <p>A certificate signing request is in progress. Its private key stays on this peer.</p>
        <div class="buttons">
          <SubmitButton label={DOWNLOAD} />
          <ShowLinks visit={visit} what="request" />
          <SubmitButton label={DISCARD} minor />
        </div>
      </fieldset>
    </Form>
  );
}

function Upload({ visit }: { readonly visit: Visit }) {
  const requested = visit.device.certificates.request !== undefined;
  return (
    <Form visit={visit} class="page-form" files>
      <fieldset>
        <legend>
          Upload new certificate <Dagger />
        </legend>
        {!requested && (
          <FileRow
            name="key_file"
            label="Select the server private key file"
            hint="PEM, without a password. Not needed for a certificate that is for the key that this system has."
          />
        )}
        <FileRow
          name="certificate_file"
          label="Select the server certificate file"
          hint="PEM: the certificate, then those of its issuers if clients need them."
        />
        <div class="buttons">
          <SubmitButton label={UPLOAD} />
        </div>
      </fieldset>
    </Form>
  );
}

function shownPem({ device: { certificates }, query }: Visit): string | undefined {
  const wanted = query.get("show");
  return wanted === "certificate"
    ? certificates.server.certificate
    : wanted === "request"
      ? certificates.request
      : undefined;
}

function upload({ device, actor }: Visit, sent: SentFields): Outcome {
  const certificate = chosenFile(sent, "certificate_file", "server certificate");
  if (!certificate.ok) return { kind: "refused", reason: certificate.reason };
  const key = sent.file("key_file");
  if (key.name !== "" && key.bytes.length === 0)
    return { kind: "refused", reason: "server private key: the file is empty" };
  const uploaded = device.certificates.upload({ certificate: certificate.bytes, key: key.bytes }, actor);
  if (!uploaded.ok) return { kind: "refused", reason: uploaded.reason };
  const warnings = uploaded.warnings.map((warning) => `. Warning: ${warning}`).join("");
  return { kind: "done", text: `Server certificate uploaded: new connections are served with it${warnings}` };
}

function reset(visit: Visit, sent: SentFields): Outcome {
  const question = "Replace the server certificate by one that this system makes and signs itself?";
  const first = questionFirst(visit, sent, question);
  if (first) return first;
  visit.device.certificates.resetServer(visit.actor);
  return { kind: "done", text: "The server certificate has been reset to the default", to: pathOf(visit) };
}

function download({ device }: Visit): Outcome {
  const { request } = device.certificates;
  if (request === undefined) return { kind: "refused", reason: "there is no certificate signing request" };
  return { kind: "file", name: "csr.pem", bytes: Buffer.from(request) };
}

function discard({ device, actor }: Visit): Outcome {
  const discarded = device.certificates.discardRequest(actor);
  return discarded.ok
    ? { kind: "done", text: "The certificate signing request has been discarded" }
    : { kind: "refused", reason: discarded.reason };
}
