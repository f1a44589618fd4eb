import { NOTHING_TO_CONFIRM } from "../../../../../../peer/access/firewall/firewall.ts";
import { byButton } from "../../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import type { Page } from "../../../../page.ts";

const ACCEPT = "Accept changes";
const ROLL_BACK = "Rollback changes";

/** The page after activation: it counts the seconds in which the rules may be kept (Administrator Guide, "Configuring firewall rules"). */
export const firewallConfirmation: Page = {
  refresh: ({ device }) => (device.firewall.confirmationLeft === undefined ? undefined : 1),
  view: (visit) => {
    const left = visit.device.firewall.confirmationLeft;
    return (
      <Form visit={visit} class="page-form">
        <fieldset>
          <legend>Firewall rules confirmation</legend>
          {left === undefined ? (
            <p>
              No firewall rules wait for confirmation. <a href="/firewallrules">Firewall rules</a>
            </p>
          ) : (
            <>
              <p role="timer">
                The new firewall rules are in force. Without confirmation the previous rules come back in{" "}
                {Math.ceil(left / 1000)} seconds.
              </p>
              <div class="buttons">
                <SubmitButton label={ACCEPT} />
                <SubmitButton label={ROLL_BACK} minor />
              </div>
            </>
          )}
        </fieldset>
      </Form>
    );
  },
  submit: byButton({
    [ACCEPT]: ({ device, actor }) => {
      const result = device.firewall.accept(actor);
      if (!result.ok) return { kind: "refused", reason: result.reason };
      return { kind: "done", text: "Firewall rules activated", to: "/firewallrules" };
    },
    [ROLL_BACK]: ({ device }) => {
      if (!device.firewall.rollBack()) return { kind: "refused", reason: NOTHING_TO_CONFIRM };
      return { kind: "done", text: "The previous firewall rules are in force again", to: "/firewallrules" };
    },
  }),
};
