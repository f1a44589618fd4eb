import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Dial plan > Configuration (Administrator Guide, "Dial plan configuration"). */
export const dialPlanConfiguration = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [{ item: "Call Services CallsToUnknownIPAddresses" }, { item: "Call Services Fallback Alias" }],
    },
  ],
});
