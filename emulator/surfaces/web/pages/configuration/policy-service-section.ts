import type { FormSection } from "../../form/form-section.ts";

/** Where a policy service decides in place of rules of the peer's own. */
type PolicyService = "Registration RestrictionPolicy Service" | "Policy AdministratorPolicy Service";

/** What a policy service is reached by (Administrator Guide, "Configuring registration restriction policy" and "Call Policy"). */
export const policyServiceSection = (service: PolicyService): FormSection => ({
  title: "Policy service",
  fields: [
    { item: `${service} Protocol` },
    { item: `${service} TLS Verify Mode` },
    { item: `${service} TLS CRLCheck Mode` },
    { item: `${service} Server 1 Address` },
    { item: `${service} Server 2 Address` },
    { item: `${service} Server 3 Address` },
    { item: `${service} Path` },
    { item: `${service} Status Path` },
    { item: `${service} UserName` },
    { item: `${service} Password` },
    { item: `${service} DefaultCPL` },
  ],
});
