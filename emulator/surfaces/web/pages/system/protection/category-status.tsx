import type { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import type { CategoryGuard } from "../../../../../peer/protection/category-guard.ts";
import type { Visit } from "../../../page.ts";
import { StateWord } from "../../../state-word.tsx";

/** What guards a category on the peer that is visited; undefined where the twin sees no failures of it. */
export const guardOf = ({ device }: Visit, name: string): CategoryGuard | undefined =>
  device.protection.guarded.find(({ category }) => category.name === name)?.guard;

export interface CategoryStatusProps {
  readonly visit: Visit;
  readonly category: (typeof intrusionCategories)[number];
}

/** Administrator Guide: Off, or On with the state of the category, which is Active; why it is not, where it is not. */
export function CategoryStatus({ visit, category: { name, word } }: CategoryStatusProps) {
  if (!visit.device.configuration.isOn(`IntrusionProtection Category ${word} Mode`)) return <>Off</>;
  const guard = guardOf(visit, name);
  if (guard?.running) return <StateWord word="Active" cause="On" />;
  return <StateWord word="On" cause={guard ? "the service is off" : "the twin has no such service to protect"} />;
}
