import { pageName, pageTitle } from "../menus/page-place.ts";
import type { PageEntry } from "../page-directory.ts";
import type { Visit } from "../visit.ts";

interface RelatedTasksProps {
  readonly entry: Pick<PageEntry, "related">;
  readonly visit: Pick<Visit, "pages">;
}

/** The foot of a page: other pages for the same task. Those that are not open to whoever looks are left out. */
export function RelatedTasks({ entry: { related = [] }, visit: { pages } }: RelatedTasksProps) {
  const found = related.flatMap((name) => pages.find(name) ?? []);
  if (found.length === 0) return null;
  return (
    <section class="related-tasks" aria-labelledby="related-tasks">
      <h2 id="related-tasks">Related tasks</h2>
      <ul class="related">
        {found.map((entry) => (
          <li key={pageName(entry)}>
            <a href={`/${pageName(entry)}`}>{pageTitle(entry)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
