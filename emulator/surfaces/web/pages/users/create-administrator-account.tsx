import { Form } from "../../form/form.tsx";
import { NobodysPassword } from "../../form/plain-row.tsx";
import type { Page } from "../../page.ts";
import {
  AccountFields,
  ACCOUNTS_PAGE,
  AuthorizeAndSave,
  NewPassword,
  outcomeOf,
  refuseStranger,
  sentPassword,
  sentValues,
} from "./account-fields.tsx";

const IDENTITY = ["Name", "AccessLevel"] as const;
const ACCESS = ["AccessWeb", "AccessAPI", "Enabled"] as const;

/** Users > Administrator accounts > New. */
export const createAdministratorAccount: Page = {
  view: (visit, refusal) => (
    <Form visit={visit} class="page-form">
      <NobodysPassword />
      <fieldset>
        <legend>Configuration</legend>
        <AccountFields visit={visit} items={IDENTITY} refusal={refusal} />
        <NewPassword label="Password" />
        <AccountFields visit={visit} items={ACCESS} refusal={refusal} />
      </fieldset>
      <AuthorizeAndSave />
    </Form>
  ),
  submit: async (visit, sent) => {
    const given = sentPassword(sent);
    if ("fault" in given) return { kind: "refused", reason: given.fault, path: "Password" };
    const stranger = await refuseStranger(visit, sent);
    if (stranger) return stranger;
    const values = { ...sentValues([...IDENTITY, ...ACCESS], sent), Password: given.password };
    return outcomeOf(visit.device.accounts.add(values, visit.actor), {
      kind: "done",
      text: "Saved",
      to: ACCOUNTS_PAGE,
    });
  },
};
