import { formPage } from "../../form/form-page.tsx";
import { enabledWords } from "../../form/option-words.ts";

/** Applications > Presence (Administrator Guide, "Configuring Presence"). */
export const presence = formPage({
  sections: [
    {
      title: "PUA",
      fields: [
        { item: "Applications Presence User Agent Mode", words: enabledWords },
        { item: "Applications Presence User Agent Presentity Idle Status" },
        { item: "Applications Presence User Agent ExpireDelta" },
        { item: "Applications Presence User Agent RetryDelta" },
      ],
    },
    {
      title: "Presence Server",
      fields: [
        { item: "Applications Presence Server Mode", words: enabledWords },
        { item: "Applications Presence Server Subscription ExpireDelta" },
        { item: "Applications Presence Server Publication ExpireDelta" },
      ],
    },
  ],
});
