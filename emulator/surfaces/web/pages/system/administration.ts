import { formPage } from "../../form/form-page.tsx";
import { clientSecurityWords, revocationFallbackWords } from "../../form/option-words.ts";

/** System > Administration (Administrator Guide, "Configuring system name and access settings"). */
export const administration = formPage({
  sections: [
    { title: "System name", fields: [{ item: "SystemUnit Name" }] },
    {
      title: "Ephemeral port range",
      fields: [{ item: "IP Ephemeral PortRange Start" }, { item: "IP Ephemeral PortRange End" }],
    },
    {
      title: "Services",
      fields: [
        { item: "Administration Console Mode" },
        { item: "Administration SSH Mode" },
        { item: "Administration HTTPS Mode" },
      ],
    },
    {
      title: "Session limits",
      fields: [
        { item: "Management Session InactivityTimeout" },
        { item: "Management Session MaxConcurrentSessionsUser" },
        { item: "Management Session MaxConcurrentSessionsTotal" },
      ],
    },
    { title: "System protection", fields: [{ item: "IntrusionProtection Service Mode" }] },
    {
      title: "Web server configuration",
      fields: [
        { item: "Administration HTTP Mode" },
        { item: "Authentication Certificate Mode", words: clientSecurityWords },
        { item: "Authentication Certificate Crlcheck" },
        { item: "Authentication Certificate Crlinaccessible", words: revocationFallbackWords },
      ],
    },
  ],
});
