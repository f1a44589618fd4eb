import type { PolicyFileResult } from "../../../../../peer/calls/call-policy/call-policy.ts";
import { formPage } from "../../../form/form-page.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { FileRow } from "../../../form/plain-row.tsx";
import type { Outcome, Page } from "../../../page.ts";
import type { Visit } from "../../../visit.ts";
import { policyServiceSection } from "../policy-service-section.ts";

const SHOW = "Show Call Policy file";
const UPLOAD = "Upload file";
const DELETE = "Delete uploaded file";

const settings = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        {
          item: "Policy AdministratorPolicy Mode",
          words: { LocalCPL: "Local CPL", LocalService: "Local service", PolicyService: "Policy service" },
        },
      ],
    },
    policyServiceSection("Policy AdministratorPolicy Service"),
  ],
});

/** Configuration > Call Policy > Configuration (Administrator Guide, "Configuring Call Policy"). */
export const callPolicyConfiguration: Page = {
  takesFiles: ["policy_file"],
  sections: settings.sections,
  view: (visit, refusal) => (
    <>
      {settings.view(visit, refusal)}
      <PolicyFile visit={visit} />
      <p class="stored-only">The twin stores the file and applies it to no call.</p>
    </>
  ),
  submit: (visit, sent) => {
    const { callPolicy } = visit.device;
    switch (sent.button) {
      case SHOW:
        return show(visit);
      case UPLOAD:
        return outcomeOf(
          visit,
          callPolicy.upload(sent.file("policy_file").bytes, visit.actor),
          "Call Policy file uploaded",
        );
      case DELETE:
        return outcomeOf(visit, callPolicy.delete(visit.actor), "Call Policy file deleted");
      default:
        return settings.submit(visit, sent);
    }
  },
};

function PolicyFile({ visit }: { readonly visit: Visit }) {
  const uploaded = visit.device.callPolicy.file !== undefined;
  return (
    <Form visit={visit} class="page-form" files>
      <fieldset>
        <legend>Call Policy file</legend>
        <p>{uploaded ? "A Call Policy file is uploaded." : "There is no uploaded Call Policy file."}</p>
        <FileRow name="policy_file" label="Select the new Call Policy file" hint="A CPL script (RFC 3880)." />
        <div class="buttons">
          <SubmitButton label={UPLOAD} />
          {uploaded && <SubmitButton label={SHOW} minor />}
          {uploaded && <SubmitButton label={DELETE} minor />}
        </div>
      </fieldset>
    </Form>
  );
}

function show({ device }: Visit): Outcome {
  const { file } = device.callPolicy;
  if (file === undefined) return { kind: "refused", reason: "there is no uploaded Call Policy file" };
  return { kind: "show", title: "Call Policy file", content: <pre class="log">{file}</pre> };
}

function outcomeOf({ url }: Visit, result: PolicyFileResult, text: string): Outcome {
  return result.ok ? { kind: "done", text, to: url } : { kind: "refused", reason: result.reason };
}
