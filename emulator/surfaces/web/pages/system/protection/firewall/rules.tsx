import { CONFIRMATION_TIME } from "../../../../../../peer/access/firewall/firewall.ts";
import type { ListedRule } from "../../../../../../peer/access/firewall/working-copy.ts";
import { byButton } from "../../../../form/by-button.ts";
import { AskFirst, questionFirst } from "../../../../form/confirmation.tsx";
import { deleteRows } from "../../../../form/delete-rows.tsx";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import { nameOfRow, rowWord } from "../../../../form/row-fields.ts";
import type { SentFields } from "../../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../../page.ts";
import { ACTIONS, type Column } from "../../../../records/columns.ts";
import { Records } from "../../../../records/records.tsx";
import { SelectAll } from "../../../../records/select-all.tsx";
import { selectColumn } from "../../../../records/select-box.tsx";
import { StateWord } from "../../../../tables/state-word.tsx";
import type { Visit } from "../../../../visit.ts";
import { ruleColumns } from "./rule-columns.ts";
import { ruleList } from "./rule-pages.tsx";

const ACTIVATE = "Activate firewall rules";
const REVERT = "Revert all changes";

const ACTIVATE_QUESTION = `Activate the firewall rules? They take the place of those that are active, and have to be accepted within ${CONFIRMATION_TIME / 1000} seconds.`;

/** System > Protection > Firewall rules > Configuration: the rules that are worked on (Administrator Guide, "Configuring firewall rules"). */
export const firewallRules: Page = {
  view: (visit) => (
    <>
      <Rules visit={visit} />
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
  submit: (visit, sent) => move(visit, sent) ?? pressButton(visit, sent),
};

const pressButton = byButton({
  New: () => ({ kind: "go", to: `/create${rowWord(ruleList)}` }),
  Delete: (visit, sent) => deleteRows(visit, sent, ruleList),
  [ACTIVATE]: activate,
  [REVERT]: revert,
});

function Rules({ visit }: { readonly visit: Visit }) {
  const { listed } = visit.device.firewall;
  const buttons = (
    <>
      <SubmitButton label="New" />
      <SubmitButton label="Delete" minor />
      <SubmitButton label={ACTIVATE} />
      <SubmitButton label={REVERT} minor />
      <SelectAll visit={visit} />
    </>
  );
  if (listed.length === 0)
    return (
      <Form visit={visit}>
        <AskFirst />
        <p class="none">There are no firewall rules.</p>
        <div class="buttons">{buttons}</div>
      </Form>
    );
  return (
    <Records visit={visit} columns={columnsFor(visit)} rows={listed} keyOf={({ row }) => row} asks filters>
      {buttons}
    </Records>
  );
}

const isKept = ({ state }: ListedRule): boolean => state !== "Pending delete";

function columnsFor(visit: Visit): readonly Column<ListedRule>[] {
  const called = ({ row }: ListedRule): string => nameOfRow(visit.device, ruleList, row);
  const [, ...others] = ruleColumns;
  return [
    selectColumn(visit, { name: rowWord(ruleList), value: ({ row }) => row, label: called, has: isKept }),
    {
      heading: "Priority",
      order: ({ rule }) => Number(rule.Priority),
      cell: (listed) => (
        <>
          {listed.rule.Priority} {isKept(listed) && visit.mayAct && <Arrows row={listed.row} name={called(listed)} />}
        </>
      ),
    },
    ...others.map(({ heading, cell }): Column<ListedRule> => ({ heading, cell: ({ rule }) => cell(rule) })),
    { heading: "State", cell: ({ state }) => state !== "" && <StateWord word={state} /> },
    {
      heading: ACTIONS,
      cell: (listed) =>
        isKept(listed) && (
          <a href={`/edit${rowWord(ruleList)}?id=${listed.row}`} aria-label={`View/Edit ${called(listed)}`}>
            View/Edit
          </a>
        ),
    },
  ];
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
  const question = questionFirst(visit, sent, ACTIVATE_QUESTION);
  if (question) return question;
  const result = visit.device.firewall.activate();
  if (!result.ok) return { kind: "refused", reason: result.reasons.join("; ") };
  return { kind: "go", to: "/firewallrulesconfirmation" };
}

function revert({ device, actor }: Visit): Outcome {
  const result = device.firewall.revert(actor);
  if (!result.ok) return { kind: "refused", reason: result.reason };
  return { kind: "done", text: "All changes reverted", to: "/firewallrules" };
}
