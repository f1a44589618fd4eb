import { formPage } from "../../form/form-page.tsx";

/** Configuration > Call Policy > Configuration (Administrator Guide, "Configuring Call Policy"). */
export const callPolicyConfiguration = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        {
          item: "Policy AdministratorPolicy Mode",
          words: { LocalCPL: "Local CPL", LocalService: "Local service", PolicyService: "Policy service" },
        },
      ],
    },
    {
      title: "Policy service",
      fields: [
        { item: "Policy AdministratorPolicy Service Protocol" },
        { item: "Policy AdministratorPolicy Service TLS Verify Mode" },
        { item: "Policy AdministratorPolicy Service TLS CRLCheck Mode" },
        { item: "Policy AdministratorPolicy Service Server 1 Address" },
        { item: "Policy AdministratorPolicy Service Server 2 Address" },
        { item: "Policy AdministratorPolicy Service Server 3 Address" },
        { item: "Policy AdministratorPolicy Service Path" },
        { item: "Policy AdministratorPolicy Service Status Path" },
        { item: "Policy AdministratorPolicy Service UserName" },
        { item: "Policy AdministratorPolicy Service Password" },
        { item: "Policy AdministratorPolicy Service DefaultCPL" },
      ],
    },
  ],
});
