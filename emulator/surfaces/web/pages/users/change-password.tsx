import { Form } from "../../form/form.tsx";
import { NobodysPassword } from "../../form/plain-row.tsx";
import type { Page } from "../../page.ts";
import {
  accountAsked,
  ACCOUNTS_PAGE,
  AuthorizeAndSave,
  NewPassword,
  outcomeOf,
  refuseStranger,
  sentPassword,
} from "./account-fields.tsx";

/** Users > Administrator accounts > Change password. */
export const changePassword: Page = {
  exists: (visit) => accountAsked(visit) !== undefined,
  view: (visit) => (
    <Form visit={visit} class="page-form">
      <NobodysPassword />
      <fieldset>
        <legend>Password</legend>
        <div class="row">
          <div class="label">Name</div>
          <div class="field">
            <output>{accountAsked(visit)?.name}</output>
          </div>
        </div>
        <NewPassword label="New password" />
      </fieldset>
      <AuthorizeAndSave />
    </Form>
  ),
  submit: async (visit, sent) => {
    const given = sentPassword(sent);
    if ("fault" in given) return { kind: "refused", reason: given.fault, path: "Password" };
    const stranger = await refuseStranger(visit, sent);
    if (stranger) return stranger;
    const name = visit.query.get("name") ?? "";
    const changed = await visit.device.accounts.setPassword(name, given.password, visit.actor);
    return outcomeOf(changed, { kind: "done", text: "Password changed successfully", to: ACCOUNTS_PAGE });
  },
};
