import { CONFIRMATION_TIME } from "../../../../../../peer/firewall/firewall.ts";
import type { ListedRule } from "../../../../../../peer/firewall/working-copy.ts";
import { AskFirst, Confirmation, isToBeAsked } from "../../../../form/confirmation.tsx";
import { deleteRows } from "../../../../form/delete-rows.tsx";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import { nameOfRow, rowWord } from "../../../../form/row-fields.ts";
import { ListTable, type ListRow } from "../../../../list-table.tsx";
import type { Outcome, Page, Visit } from "../../../../page.ts";
import { SelectAll } from "../../../../select-all.tsx";
import type { SentFields } from "../../../../sent-fields.ts";
import { StateWord } from "../../../../state-word.tsx";
import { ruleColumns } from "./rule-columns.ts";
import { ruleList } from "./rule-pages.tsx";

const ACTIVATE = "Activate firewall rules";
const REVERT = "Revert all changes";

const ACTIVATE_QUESTION = `Activate the firewall rules? They take the place of those that are active, and have to be accepted within ${CONFIRMATION_TIME / 1000} seconds.`;

/** System > Protection > Firewall rules > Configuration: the rules that are worked on (Administrator Guide, "Configuring firewall rules"). */
export const firewallRules: Page = {
  view: (visit) => (
    <>
      <FilterForm visit={visit} />
      <Form visit={visit}>
        <AskFirst />
        <Rules visit={visit} />
        <div class="buttons">
          <SubmitButton label="New" />
          <SubmitButton label="Delete" minor />
          <SubmitButton label={ACTIVATE} />
          <SubmitButton label={REVERT} minor />
          <SelectAll visit={visit} />
        </div>
      </Form>
      <ul class="related">
        <li>
          <a href="/firewallrulesactive">View the current active firewall rules</a>
        </li>
        {visit.device.firewall.confirmationLeft !== undefined && (
          <li>
            <a href="/firewallrulesconfirmation">Confirm the rules that were activated</a>
          </li>
        )}
      </ul>
    </>
  ),
  submit: (visit, sent) => {
    const moved = move(visit, sent);
    if (moved) return moved;
    switch (sent.button) {
      case "Filter":
        return { kind: "go", to: `/firewallrules?${new URLSearchParams({ filter: sent.get("filter") ?? "" })}` };
      case "New":
        return { kind: "go", to: `/create${rowWord(ruleList)}` };
      case "Delete":
        return deleteRows(visit, sent, ruleList);
      case ACTIVATE:
        return activate(visit, sent);
      case REVERT:
        return revert(visit);
      default:
        return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
    }
  },
};

function FilterForm({ visit }: { readonly visit: Visit }) {
  return (
    <Form visit={visit} class="buttons">
      <label for="filter">Filter by description</label>
      <input type="text" id="filter" name="filter" value={visit.query.get("filter")} autocomplete="off" />
      <SubmitButton label="Filter" minor />
      <a href="/firewallrules">Reset</a>
    </Form>
  );
}

function Rules({ visit }: { readonly visit: Visit }) {
  const wanted = (visit.query.get("filter") ?? "").toLowerCase();
  const shown = visit.device.firewall.listed.filter(({ rule }) => rule.Description.toLowerCase().includes(wanted));
  if (shown.length === 0)
    return <p class="none">There are no firewall rules{wanted !== "" && " with such a description"}.</p>;
  const headings = ["", "Priority", ...ruleColumns.map(({ heading }) => heading), "State", "Actions"];
  return <ListTable columns={headings} rows={shown.map((listed) => listRow(visit, listed))} />;
}

function listRow(visit: Visit, { row, rule, state }: ListedRule): ListRow {
  const name = nameOfRow(visit.device, ruleList, row);
  const deleted = state === "Pending delete";
  return {
    key: `${row}`,
    cells: [
      deleted ? (
        ""
      ) : (
        <input
          type="checkbox"
          name={rowWord(ruleList)}
          value={row}
          checked={visit.query.get("select") === "all"}
          aria-label={`Select ${name}`}
        />
      ),
      <>
        {rule.Priority} {!deleted && visit.mayAct && <Arrows row={row} name={name} />}
      </>,
      ...ruleColumns.map(({ cell }) => cell(rule)),
      state === "" ? "" : <StateWord word={state} />,
      deleted ? (
        ""
      ) : (
        <a href={`/edit${rowWord(ruleList)}?id=${row}`} aria-label={`View/Edit ${name}`}>
          View/Edit
        </a>
      ),
    ],
  };
}

function Arrows({ row, name }: { readonly row: number; readonly name: string }) {
  return (
    <>
      <button type="submit" class="arrow" name="up" value={row} aria-label={`Move ${name} up`}>
        ▲
      </button>
      <button type="submit" class="arrow" name="down" value={row} aria-label={`Move ${name} down`}>
        ▼
      </button>
    </>
  );
}

/** @returns undefined where no arrow was pressed */
function move({ device, actor, url }: Visit, sent: SentFields): Outcome | undefined {
  for (const direction of ["up", "down"] as const) {
    const row = sent.get(direction);
    if (row === undefined) continue;
    const result = device.firewall.move(Number(row), direction, actor);
    return result.ok ? { kind: "go", to: url } : { kind: "refused", reason: result.reason };
  }
  return undefined;
}

function activate(visit: Visit, sent: SentFields): Outcome {
  if (isToBeAsked(sent)) {
    const question = <Confirmation visit={visit} question={ACTIVATE_QUESTION} fields={[["submitbutton", ACTIVATE]]} />;
    return { kind: "ask", question };
  }
  const result = visit.device.firewall.activate();
  if (!result.ok) return { kind: "refused", reason: result.reasons.join("; ") };
  return { kind: "go", to: "/firewallrulesconfirmation" };
}

function revert({ device, actor }: Visit): Outcome {
  const result = device.firewall.revert(actor);
  if (!result.ok) return { kind: "refused", reason: result.reason };
  return { kind: "done", text: "All changes reverted", to: "/firewallrules" };
}
