import { formPage } from "../../form/form-page.tsx";

/** Configuration > Call routing. Guide: "Call signaling optimization"; the CLI calls the same item the routed mode. */
export const callRouting = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Call Routed Mode", words: { Always: "Off", Optimal: "On" } },
        { item: "Call Loop Detection Mode" },
      ],
    },
  ],
});
