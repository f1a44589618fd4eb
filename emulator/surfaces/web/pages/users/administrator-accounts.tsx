import type { Account } from "../../../../peer/accounts/account.ts";
import { AskFirst, Confirmation, isToBeAsked } from "../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../form/form.tsx";
import { accessLevelWords, toWords } from "../../form/option-words.ts";
import { ListTable, type ListRow } from "../../list-table.tsx";
import type { Outcome, Page, Visit } from "../../page.ts";
import { SelectAll } from "../../select-all.tsx";
import type { SentFields } from "../../sent-fields.ts";
import { accountPage, ACCOUNTS_PAGE } from "./account-fields.tsx";

/** Administrator Guide, "Configuring administrator accounts". */
const columns = ["", "Name", "State", "Access level", "Web access", "API access", "Actions"] as const;

/** Users > Administrator accounts. The guide names the page where it adds a peer to a cluster. */
export const administratorAccounts: Page = {
  view: (visit) => {
    const asked = visit.query.get("delete");
    if (asked !== undefined && visit.mayAct) return <DeleteQuestion visit={visit} names={[asked]} />;
    return (
      <Form visit={visit}>
        <AskFirst />
        <ListTable
          columns={columns}
          rows={visit.device.accounts.administrators().map((account) => rowOf(account, visit))}
        />
        <div class="buttons">
          <SubmitButton label="New" />
          <SubmitButton label="Delete" minor />
          <SelectAll visit={visit} />
        </div>
      </Form>
    );
  },
  submit: (visit, sent) => {
    if (sent.button === "New") return { kind: "go", to: "/createadministratoraccount" };
    if (sent.button === "Delete") return deleteSelected(visit, sent);
    return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
  },
};

function rowOf(account: Account, visit: Visit): ListRow {
  const { name, enabled, access, ways } = account;
  const yesNo = (yes: boolean): string => (yes ? "Yes" : "No");
  return {
    key: name,
    cells: [
      <Box account={account} visit={visit} />,
      name,
      enabled ? "Enabled" : "Disabled",
      toWords(accessLevelWords, access),
      yesNo(ways.web),
      yesNo(ways.api),
      <Actions account={account} visit={visit} />,
    ],
  };
}

interface OfAccount {
  readonly account: Account;
  readonly visit: Visit;
}

/** The built-in account cannot be selected: it cannot be deleted. */
function Box({ account: { name, row }, visit }: OfAccount) {
  if (row === undefined) return null;
  const checked = visit.query.get("select") === "all";
  return <input type="checkbox" name="account" value={name} checked={checked} aria-label={`Select ${name}`} />;
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
  if (isToBeAsked(sent)) return { kind: "ask", question: <DeleteQuestion visit={visit} names={names} /> };
  const removed = visit.device.accounts.remove(names, visit.actor);
  if (!removed.ok) return { kind: "refused", reason: removed.reason };
  const text = `Administrator account${names.length === 1 ? "" : "s"} deleted`;
  return { kind: "done", text, to: ACCOUNTS_PAGE };
}

function DeleteQuestion({ visit, names }: { readonly visit: Visit; readonly names: readonly string[] }) {
  return (
    <Confirmation
      visit={{ ...visit, url: ACCOUNTS_PAGE }}
      question={`Delete ${names.join(", ")}?`}
      fields={[...names.map((name) => ["account", name] as const), ["submitbutton", "Delete"]]}
    />
  );
}
