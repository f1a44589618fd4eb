import type { RestartKind } from "../../../../peer/maintenance/going-down.ts";
import { byButton, type Press } from "../../form/by-button.ts";
import { AskFirst, questionFirst } from "../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../form/form.tsx";
import type { Page } from "../../page.ts";
import { inLargestUnit } from "../../tables/age.ts";
import { StatusTable } from "../../tables/status-table.tsx";
import { currentCalls, currentRegistrations } from "../../tables/active-use.ts";

interface RestartButton {
  readonly label: string;
  readonly kind: RestartKind;
  readonly text: string;
}

const buttons: readonly RestartButton[] = [
  { label: "Restart", kind: "restart", text: "Restarts the software only." },
  { label: "Reboot", kind: "reboot", text: "Restarts the whole system." },
  { label: "Shutdown", kind: "shutdown", text: "Turns the system off. Somebody has to power it on again." },
];

const goDownBy =
  ({ label, kind }: RestartButton): Press =>
  (visit, sent) => {
    const question = `All calls on this system will end (now ${currentCalls(visit.device)}). ${label} the system?`;
    return questionFirst(visit, sent, question) ?? { kind: "goDown", restart: kind };
  };

/** Maintenance > Restart options (Administrator Guide). Guide: click Restart and confirm OK. */
export const restartOptions: Page = {
  view: (visit) => (
    <>
      <StatusTable
        number={1}
        title="System status"
        rows={[
          ["Number of calls", currentCalls(visit.device)],
          ["Number of registrations", currentRegistrations(visit.device)],
        ]}
      />
      <Form visit={visit} class="page-form">
        <AskFirst />
        <fieldset>
          <legend>Restart options</legend>
          {buttons.map(({ label, kind, text }) => (
            <div key={label} class="row">
              <div class="label">
                <SubmitButton label={label} />
              </div>
              <div class="field">
                {text}
                {kind !== "shutdown" && ` This takes about ${inLargestUnit(visit.device.maintenance.times[kind])}.`}
              </div>
            </div>
          ))}
        </fieldset>
      </Form>
    </>
  ),
  submit: byButton(Object.fromEntries(buttons.map((button) => [button.label, goDownBy(button)]))),
};
