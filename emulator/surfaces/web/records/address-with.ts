import type { Visit } from "../visit.ts";

/** The address of a visit with some of its query changed, or left out where the new value is undefined. */
export function addressWith(
  { url }: Pick<Visit, "url">,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const [path = "", query = ""] = url.split("?");
  const kept = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) kept.delete(name);
    else kept.set(name, value);
  }
  return kept.size === 0 ? path : `${path}?${kept.toString()}`;
}
