import type { AccountResult, AdministratorValues } from "../../../../peer/access/accounts/accounts.ts";
import { administratorItem } from "../../../../peer/access/accounts/administrators.ts";
import { type DrawnField, FieldRow } from "../../form/field-row.tsx";
import { itemOf, labelOf, optionsOf } from "../../form/field-words.ts";
import type { FormField } from "../../form/form-section.ts";
import { SubmitButton } from "../../form/form.tsx";
import { accessLevelWords, enabledWords, fromWords, toWords, yesNoWords } from "../../form/option-words.ts";
import { PasswordRow } from "../../form/plain-row.tsx";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome } from "../../page.ts";
import type { Refusal, Visit } from "../../visit.ts";

export const ACCOUNTS_PAGE = "/adminaccounts";

const CURRENT_PASSWORD = "current_password";

type AccountItem = keyof AdministratorValues;

/** Any row will do to look up what the items of all rows have in common. */
const SOME_ROW = 1;

const field = (item: AccountItem, words?: FormField["words"]): FormField => ({
  item: administratorItem(SOME_ROW, item),
  ...(words && { words }),
});

/** The items of an account that both forms have. Administrator Guide, "Configuring administrator accounts". */
const formFields = {
  Name: field("Name"),
  AccessLevel: field("AccessLevel", accessLevelWords),
  AccessWeb: field("AccessWeb", yesNoWords),
  AccessAPI: field("AccessAPI", yesNoWords),
  Enabled: field("Enabled", enabledWords),
} as const satisfies Partial<Record<AccountItem, FormField>>;

type ShownItem = keyof typeof formFields;

export interface AccountFieldsProps {
  readonly visit: Visit;
  readonly items: readonly ShownItem[];
  /** What stands in the fields at first, in the words of the configuration; defaults without it. */
  readonly values?: AdministratorValues;
  readonly refusal: Refusal | undefined;
}

/** Fields of an account by their words alone: `name`, `accesslevel`. */
export function AccountFields({ visit, items, values, refusal }: AccountFieldsProps) {
  return (
    <>
      {items.map((name) => (
        <FieldRow key={name} field={drawn(name, visit, values?.[name], refusal)} />
      ))}
    </>
  );
}

function drawn(name: ShownItem, visit: Visit, value: string | undefined, refusal: Refusal | undefined): DrawnField {
  const formField: FormField = formFields[name];
  const { item } = itemOf(formField);
  const words = (text: string): string => toWords(formField.words, text);
  return {
    name: name.toLowerCase(),
    label: labelOf(formField),
    // A name is never left blank, whatever length the table has for it.
    values: name === "Name" && item.values.kind === "text" ? { ...item.values, min: 1 } : item.values,
    description: item.description,
    standard: item.default,
    value: refusal?.sent.get(name.toLowerCase()) ?? words(value ?? item.default),
    options: optionsOf(formField, "", visit),
    words,
    wrong: refusal?.path === name,
  };
}

/** What was sent of some items, in the words of the configuration. */
export function sentValues(items: readonly ShownItem[], sent: SentFields): AdministratorValues {
  return Object.fromEntries(
    items.flatMap((name) => {
      const typed = sent.get(name.toLowerCase());
      const { words }: FormField = formFields[name];
      return typed === undefined ? [] : [[name, fromWords(words, typed)]];
    }),
  );
}

/** A new password, twice. */
export function NewPassword({ label }: { readonly label: string }) {
  return (
    <>
      <PasswordRow name="password" label={label} hint="1 to 1024 characters" />
      <PasswordRow name="password_confirm" label={`Confirm ${label.toLowerCase()}`} />
    </>
  );
}

/** @returns the password, or why there is none */
export function sentPassword(sent: SentFields): { readonly password: string } | { readonly fault: string } {
  const password = sent.get("password") ?? "";
  return password === (sent.get("password_confirm") ?? "")
    ? { password }
    : { fault: "the passwords do not match: type the same one twice" };
}

/** Administrator Guide: whoever creates or changes an account proves to be who they are. */
export function CurrentPassword() {
  return (
    <fieldset>
      <legend>Authorize</legend>
      <PasswordRow
        name={CURRENT_PASSWORD}
        label="Your current password"
        hint="The password that you have logged in with."
        current
      />
    </fieldset>
  );
}

/** The end of a form that sets a password. */
export function AuthorizeAndSave() {
  return (
    <>
      <CurrentPassword />
      <div class="buttons">
        <SubmitButton label="Save" />
        <a class="button minor" href={ACCOUNTS_PAGE}>
          Cancel
        </a>
      </div>
    </>
  );
}

/** @returns the refusal of a form whose sender has not given their own password */
export async function refuseStranger({ device, session }: Visit, sent: SentFields): Promise<Outcome | undefined> {
  const given = sent.get(CURRENT_PASSWORD) ?? "";
  if (await device.accounts.verify(session.account, given)) return undefined;
  const reason = given === "" ? "your current password is needed" : "your current password is not correct";
  return { kind: "refused", reason, path: CURRENT_PASSWORD };
}

/** What the page answers with when an account was changed, or was not. */
export function outcomeOf(result: AccountResult, done: Outcome): Outcome {
  if (result.ok) return done;
  const { reason, item } = result;
  const label = item === undefined ? "" : `${labelOf(field(item))}: `;
  return { kind: "refused", reason: `${label}${reason}`, ...(item !== undefined && { path: item }) };
}

/** The account that an address names: `/edituser?name=eve`. */
export const accountAsked = ({ device, query }: Visit) =>
  device.accounts.administrators().find(({ name }) => name === query.get("name"));

/** The address of a page of an account. */
export const accountPage = (page: string, name: string): string => `/${page}?${new URLSearchParams({ name })}`;
