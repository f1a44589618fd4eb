import { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import type { CategoryGuard } from "../../../../../peer/access/protection/category-guard.ts";
import type { Visit } from "../../../visit.ts";

/** As the pages list them. */
export const categoriesByLabel = intrusionCategories.toSorted((one, other) => one.label.localeCompare(other.label));

/** What guards a category on the peer that is visited; undefined where the twin sees no failures of it. */
export const guardOf = ({ device }: Visit, name: string): CategoryGuard | undefined =>
  device.protection.guarded.find(({ category }) => category.name === name)?.guard;
