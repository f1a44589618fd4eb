import { formPage } from "../../../form/form-page.tsx";
import { policyServiceSection } from "../policy-service-section.ts";

/** Configuration > Registration > Configuration (Administrator Guide, "Registration restriction policy"). */
export const registrationConfiguration = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        {
          item: "Registration RestrictionPolicy Mode",
          words: { AllowList: "Allow List", DenyList: "Deny List", PolicyService: "Policy service" },
        },
      ],
    },
    policyServiceSection("Registration RestrictionPolicy Service"),
  ],
});
