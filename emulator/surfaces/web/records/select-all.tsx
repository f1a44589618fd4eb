import type { Visit } from "../visit.ts";
import { addressWith } from "./address-with.ts";

/** Check boxes are set and cleared by looking at the page again, so that no script is needed. */
export function SelectAll({ visit }: { readonly visit: Visit }) {
  if (!visit.mayAct) return null;
  return (
    <>
      <a href={addressWith(visit, { select: "all" })}>Select all</a>
      <a href={addressWith(visit, { select: undefined })}>Unselect all</a>
    </>
  );
}
