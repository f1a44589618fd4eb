import type { Account } from "../../../../peer/access/accounts/account.ts";
import { byButton } from "../../form/by-button.ts";
import { Confirmation, questionFirst } from "../../form/confirmation.tsx";
import { SubmitButton } from "../../form/form.tsx";
import { accessLevelWords, toWords } from "../../form/option-words.ts";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome, Page } from "../../page.ts";
import { ACTIONS, type Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { SelectAll } from "../../records/select-all.tsx";
import { selectColumn } from "../../records/select-box.tsx";
import type { Visit } from "../../visit.ts";
import { accountPage, ACCOUNTS_PAGE } from "./account-fields.tsx";

/** Users > Administrator accounts. The guide names the page where it adds a peer to a cluster. */
export const administratorAccounts: Page = {
  view: (visit) => {
    const asked = visit.query.get("delete");
    if (asked !== undefined && visit.mayAct) return <DeleteQuestion visit={visit} names={[asked]} />;
    return (
      <Records
        visit={visit}
        columns={columnsFor(visit)}
        rows={visit.device.accounts.administrators()}
        keyOf={({ name }) => name}
        asks
      >
        <SubmitButton label="New" />
        <SubmitButton label="Delete" minor />
        <SelectAll visit={visit} />
      </Records>
    );
  },
  submit: byButton({
    New: () => ({ kind: "go", to: "/createadministratoraccount" }),
    Delete: deleteSelected,
  }),
};

const yesNo = (yes: boolean): string => (yes ? "Yes" : "No");

/** Administrator Guide, "Configuring administrator accounts". The built-in account cannot be selected: it cannot be deleted. */
const columnsFor = (visit: Visit): readonly Column<Account>[] => [
  selectColumn(visit, {
    name: "account",
    value: ({ name }) => name,
    label: ({ name }) => name,
    has: ({ row }) => row !== undefined,
  }),
  { heading: "Name", cell: ({ name }) => name },
  { heading: "State", cell: ({ enabled }) => (enabled ? "Enabled" : "Disabled") },
  { heading: "Access level", cell: ({ access }) => toWords(accessLevelWords, access) },
  { heading: "Web access", cell: ({ ways }) => yesNo(ways.web) },
  { heading: "API access", cell: ({ ways }) => yesNo(ways.api) },
  { heading: ACTIONS, cell: (account) => <Actions account={account} visit={visit} /> },
];

interface OfAccount {
  readonly account: Account;
  readonly visit: Visit;
}

function Actions({ account: { name, row }, visit: { mayAct } }: OfAccount) {
  const links = [
    ...(row === undefined ? [] : [{ text: mayAct ? "Edit user" : "View", to: accountPage("edituser", name) }]),
    ...(mayAct ? [{ text: "Change password", to: accountPage("changepassword", name) }] : []),
    ...(mayAct && row !== undefined
      ? [{ text: "Delete", to: `${ACCOUNTS_PAGE}?${new URLSearchParams({ delete: name })}` }]
      : []),
  ];
  return (
    <span class="actions">
      {links.map(({ text, to }) => (
        <a key={text} href={to} aria-label={`${text} ${name}`}>
          {text}
        </a>
      ))}
    </span>
  );
}

function deleteSelected(visit: Visit, sent: SentFields): Outcome {
  const names = sent.all("account");
  if (names.length === 0) return { kind: "refused", reason: "no administrator account is selected" };
  const question = questionFirst({ ...visit, url: ACCOUNTS_PAGE }, sent, questionFor(names), fieldsFor(names));
  if (question) return question;
  const removed = visit.device.accounts.remove(names, visit.actor);
  if (!removed.ok) return { kind: "refused", reason: removed.reason };
  const text = `Administrator account${names.length === 1 ? "" : "s"} deleted`;
  return { kind: "done", text, to: ACCOUNTS_PAGE };
}

function DeleteQuestion({ visit, names }: { readonly visit: Visit; readonly names: readonly string[] }) {
  return (
    <Confirmation
      visit={{ ...visit, url: ACCOUNTS_PAGE }}
      question={questionFor(names)}
      fields={[...fieldsFor(names), ["submitbutton", "Delete"]]}
    />
  );
}

const questionFor = (names: readonly string[]): string => `Delete ${names.join(", ")}?`;

const fieldsFor = (names: readonly string[]) => names.map((name) => ["account", name] as const);
