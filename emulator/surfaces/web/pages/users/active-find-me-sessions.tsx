import type { Page } from "../../page.ts";

/** Users > Active FindMe sessions (VCS Administrator Guide X7.2, "Active user sessions", as it was called before). */
export const activeFindMeSessions: Page = {
  view: () => (
    <>
      <p class="none">There are no active FindMe sessions.</p>
      <p class="stored-only">The twin has no pages for FindMe users, so nobody logs in to a FindMe account here.</p>
    </>
  ),
};
