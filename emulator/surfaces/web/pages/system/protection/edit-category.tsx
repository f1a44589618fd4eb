import { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import { formPage } from "../../../form/form-page.tsx";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";
import { guardOf } from "./categories.ts";
import { CategoryStatus } from "./category-status.tsx";

const categoryOf = ({ query }: Visit): (typeof intrusionCategories)[number] | undefined =>
  intrusionCategories.find(({ name }) => name === query.get("name"));

/** A category: its blocking rules, and what it is doing (Administrator Guide, "Configuring a category's blocking rules"). */
export const editProtectionCategory = formPage({
  exists: (visit) => categoryOf(visit) !== undefined,
  sections: (visit) => {
    const category = categoryOf(visit);
    if (!category) return [];
    const { word, label } = category;
    return [
      {
        title: label,
        fields: [
          { item: `IntrusionProtection Category ${word} Mode` },
          { item: `IntrusionProtection Category ${word} Description` },
          { item: `IntrusionProtection Category ${word} TriggerLevel` },
          { item: `IntrusionProtection Category ${word} DetectionWindow` },
          { item: `IntrusionProtection Category ${word} BlockDuration` },
        ],
      },
    ];
  },
  status: (visit) => <Status visit={visit} />,
});

function Status({ visit }: { readonly visit: Visit }) {
  const category = categoryOf(visit);
  if (!category) return null;
  const guard = guardOf(visit, category.name);
  return (
    <>
      <StatusTable
        number={1}
        title="Status"
        rows={[
          ["What counts", category.description],
          ["State", <CategoryStatus visit={visit} category={category} />],
          ["Currently blocked", guard?.blocked.size ?? 0],
          ["Total failures", guard?.totals.failures ?? 0],
          ["Total blocks", guard?.totals.blocks ?? 0],
        ]}
      />
      <ul class="related">
        {"triggers" in category && (
          <li>
            <a href={`/eventlog?${new URLSearchParams({ string: category.triggers }).toString()}`}>
              View all matching intrusion protection triggers for this category
            </a>
          </li>
        )}
        <li>
          <a href="/eventlog?string=Intrusion+Protection">View all intrusion protection events</a>
        </li>
      </ul>
    </>
  );
}
