import type { Page } from "../../page.ts";

/** The lists of the presence server: Administrator Guide, "Presence", Publishers, Presentities and Subscribers. */
const presencePage = (noun: string): Page => ({
  view: ({ device: { configuration } }) => {
    const on = configuration.isOn("Applications Presence Server Mode");
    return (
      <>
        <p class="none">There are no {noun}.</p>
        <p class="stored-only">
          The presence server is {on ? "Enabled" : "Disabled"} at <a href="/presence">Applications &gt; Presence</a>.
          The twin speaks no SIP, so nobody publishes or subscribes to presence here.
        </p>
      </>
    );
  },
});

/** Status > Presence > Publishers. */
export const publishers = presencePage("publishers");
/** Status > Presence > Presentities. */
export const presentities = presencePage("presentities");
/** Status > Presence > Subscribers. */
export const subscribers = presencePage("subscribers");
