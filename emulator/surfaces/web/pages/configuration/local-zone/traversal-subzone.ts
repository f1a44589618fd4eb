import { formPage } from "../../../form/form-page.tsx";
import { bandwidthModeWords } from "../../../form/option-words.ts";

/** Configuration > Local Zone > Traversal Subzone (Administrator Guide, "Configuring the Traversal Subzone"). */
export const traversalSubzone = formPage({
  sections: [
    { title: "Ports", fields: [{ item: "Traversal Media Port Start" }, { item: "Traversal Media Port End" }] },
    {
      title: "Total bandwidth available",
      fields: [
        { item: "Zones LocalZone TraversalSubZone Bandwidth Total Mode", words: bandwidthModeWords },
        { item: "Zones LocalZone TraversalSubZone Bandwidth Total Limit" },
      ],
    },
    {
      title: "Calls handled by the Traversal Subzone",
      fields: [
        { item: "Zones LocalZone TraversalSubZone Bandwidth PerCall Mode", words: bandwidthModeWords },
        { item: "Zones LocalZone TraversalSubZone Bandwidth PerCall Limit" },
      ],
    },
  ],
});
