import type { Account } from "../../../../peer/access/accounts/account.ts";
import { Form, SubmitButton } from "../../form/form.tsx";
import { NobodysPassword } from "../../form/plain-row.tsx";
import type { Page } from "../../page.ts";
import {
  accountAsked,
  AccountFields,
  ACCOUNTS_PAGE,
  CurrentPassword,
  outcomeOf,
  refuseStranger,
  sentValues,
} from "./account-fields.tsx";

const ITEMS = ["Name", "AccessLevel", "AccessWeb", "AccessAPI", "Enabled"] as const;

const onOff = (on: boolean): string => (on ? "On" : "Off");

const valuesOf = ({ name, access, ways, enabled }: Account) => ({
  Name: name,
  AccessLevel: access,
  AccessWeb: onOff(ways.web),
  AccessAPI: onOff(ways.api),
  Enabled: onOff(enabled),
});

/** Users > Administrator accounts > Edit user. The built-in account stays as it is. */
export const editUser: Page = {
  exists: (visit) => accountAsked(visit)?.row !== undefined,
  view: (visit, refusal) => {
    const account = accountAsked(visit);
    return (
      <Form visit={visit} class="page-form">
        <NobodysPassword />
        <fieldset>
          <legend>Configuration</legend>
          <AccountFields
            visit={visit}
            items={ITEMS}
            refusal={refusal}
            {...(account && { values: valuesOf(account) })}
          />
        </fieldset>
        {visit.mayAct && <CurrentPassword />}
        <div class="buttons">
          <SubmitButton label="Save" />
          <a class="button minor" href={ACCOUNTS_PAGE}>
            {visit.mayAct ? "Cancel" : "Back"}
          </a>
        </div>
      </Form>
    );
  },
  submit: async (visit, sent) => {
    const stranger = await refuseStranger(visit, sent);
    if (stranger) return stranger;
    const name = visit.query.get("name") ?? "";
    const changed = visit.device.accounts.change(name, sentValues(ITEMS, sent), visit.actor);
    return outcomeOf(changed, { kind: "done", text: "Saved", to: ACCOUNTS_PAGE });
  },
};
