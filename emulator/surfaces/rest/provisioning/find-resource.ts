import { restResources } from "../../../model/rest/index.ts";
import type { RestResource } from "../../../model/rest/resource.ts";

export interface FoundResource {
  readonly resource: RestResource;
  /** The segments that follow its path. */
  readonly rest: readonly string[];
}

interface Known {
  readonly resource: RestResource;
  readonly segments: readonly string[];
}

const isPlaceholder = (segment: string): boolean => segment.startsWith("<");

/** The longest path that fits wins, and of two a name before a placeholder. */
const known: readonly Known[] = restResources
  .map((resource) => ({ resource, segments: segmentsOf(resource.path) }))
  .toSorted(
    (a, b) =>
      b.segments.length - a.segments.length ||
      a.segments.filter(isPlaceholder).length - b.segments.filter(isPlaceholder).length,
  );

/**
 * The resource of a path, `/api/v1/…` the same as `/api/…`. Segments are decoded one by one: a value may hold a slash.
 * @param path encoded; the router has refused what is not UTF-8
 */
export function findResource(path: string): FoundResource | undefined {
  const all = segmentsOf(path);
  const segments = all[1] === "v1" ? [all[0] ?? "", ...all.slice(2)] : all;
  const found = known.find(
    (one) =>
      one.segments.length <= segments.length &&
      one.segments.every((segment, place) => isPlaceholder(segment) || segment === segments[place]),
  );
  return (
    found && {
      resource: found.resource,
      rest: segments.slice(found.segments.length).map((segment) => decodeURIComponent(segment)),
    }
  );
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
