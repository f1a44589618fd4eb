import type { Visit } from "./page.ts";

/** Check boxes are set and cleared by looking at the page again, so that no script is needed. */
export function SelectAll({ visit }: { readonly visit: Visit }) {
  if (!visit.mayAct) return null;
  const path = visit.url.split("?")[0] ?? "";
  return (
    <>
      <a href={`${path}?select=all`}>Select all</a>
      <a href={path}>Unselect all</a>
    </>
  );
}
