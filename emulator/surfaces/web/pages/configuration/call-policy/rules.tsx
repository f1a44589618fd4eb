import { moveRule, placeOf } from "../../../../../peer/calls/call-policy/call-policy-rules.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import { itemColumn } from "../../../form/row-values.ts";
import type { Outcome, Page } from "../../../page.ts";
import { REARRANGE } from "../../../records/columns.ts";
import type { Visit } from "../../../visit.ts";

const list = { rows: "Policy AdministratorPolicy Rule" } as const;

const pages = rowPages({
  ...list,
  noun: "Call Policy rule",
  nameItem: "Source Pattern",
  order: ({ device }, rule) => placeOf(device.configuration, rule),
  columns: [
    itemColumn(list, "Source", "Source Pattern"),
    itemColumn(list, "Destination", "Destination Pattern"),
    itemColumn(list, "Action", "Action"),
    { heading: REARRANGE, cell: (visit, rule) => <Arrows visit={visit} rule={rule} /> },
  ],
  sections: [
    {
      title: "Configuration",
      fields: [{ item: "Source Pattern" }, { item: "Destination Pattern" }, { item: "Action" }],
    },
  ],
});

/**
 * Configuration > Call Policy > Rules (VCS Administrator Guide X8.1.1, "Configuring Call Policy rules using the web interface"):
 * tried from top to bottom, rearranged by arrows.
 */
export const callPolicyRules = {
  ...pages,
  list: {
    view: (visit) => (
      <>
        {visit.device.callPolicy.file !== undefined && (
          <p class="caution">
            There is an uploaded Call Policy file: rules cannot be added before it is deleted at{" "}
            <a href="/adminpolicy">Call Policy configuration</a>.
          </p>
        )}
        {pages.list.view(visit)}
      </>
    ),
    submit: (visit, sent) => {
      const moved = /^(up|down) (\d+)$/.exec(sent.get("move") ?? "");
      if (moved) return move(visit, Number(moved[2]), moved[1] === "up" ? -1 : 1);
      return pages.list.submit?.(visit, sent) ?? { kind: "refused", reason: "this page takes no form" };
    },
  } satisfies Page,
} as const;

function move({ device, actor, url }: Visit, rule: number, by: -1 | 1): Outcome {
  const moved = moveRule(device.configuration, rule, by, actor);
  return moved.ok ? { kind: "done", text: "Rule moved", to: url } : { kind: "refused", reason: moved.reason };
}

function Arrows({ visit, rule }: { readonly visit: Visit; readonly rule: number }) {
  if (!visit.mayAct) return null;
  return (
    <>
      {(["up", "down"] as const).map((way) => (
        <button
          key={way}
          type="submit"
          class="button minor arrow"
          name="move"
          value={`${way} ${rule}`}
          aria-label={`Move rule ${rule} ${way}`}
        >
          {way === "up" ? "↑" : "↓"}
        </button>
      ))}
    </>
  );
}
