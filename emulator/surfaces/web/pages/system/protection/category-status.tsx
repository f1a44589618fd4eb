import type { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import { StateWord } from "../../../tables/state-word.tsx";
import type { Visit } from "../../../visit.ts";
import { guardOf } from "./categories.ts";

export interface CategoryStatusProps {
  readonly visit: Visit;
  readonly category: (typeof intrusionCategories)[number];
}

/** Administrator Guide: Off, or On with the state of the category, which is Active; why it is not, where it is not. */
export function CategoryStatus({ visit, category: { name, word } }: CategoryStatusProps) {
  if (!visit.device.configuration.isOn(`IntrusionProtection Category ${word} Mode`)) return <>Off</>;
  const guard = guardOf(visit, name);
  if (!guard?.running)
    return <StateWord word="On" cause={guard ? "the service is off" : "the twin has no such service to protect"} />;
  return (
    <>
      On <StateWord word="Active" />
    </>
  );
}
