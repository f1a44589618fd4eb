import { byButton } from "../../../form/by-button.ts";
import { AskFirst, questionFirst } from "../../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";

const RESTART = "Restart service";

const restartRequired = ({ device }: Visit): boolean => device.alarms.standing().some(({ type }) => type.id === 55001);

/** Applications > B2BUA > Microsoft Lync > B2BUA service restart (VCS Administrator Guide X8.1.1): on this peer alone. */
export const b2buaServiceRestart: Page = {
  view: (visit) => {
    const { enabled } = visit.device.b2bua;
    return (
      <>
        <StatusTable
          number={1}
          title="B2BUA service"
          rows={[
            ["Microsoft Lync B2BUA", enabled ? "Enabled" : "Disabled"],
            ["Restart required", restartRequired(visit) ? "Yes" : "No"],
          ]}
        />
        <Form visit={visit} class="page-form">
          <AskFirst />
          <div class="buttons">
            <SubmitButton label={RESTART} />
          </div>
        </Form>
        <p class="stored-only">No call of the twin goes through the B2BUA: a restart of the service ends none.</p>
      </>
    );
  },
  submit: byButton({ [RESTART]: restart }),
};

function restart(visit: Visit, sent: SentFields): Outcome {
  const { b2bua } = visit.device;
  const question = b2bua.enabled ? questionFirst(visit, sent, "Restart the B2BUA service of this peer?") : undefined;
  if (question) return question;
  const restarted = b2bua.restart(visit.actor);
  return restarted.ok
    ? { kind: "done", text: "B2BUA service restarted", to: visit.url }
    : { kind: "refused", reason: restarted.reason };
}
