import { formPage } from "../../../form/form-page.tsx";

/** Maintenance > Diagnostics > Incident reporting > Configuration (Administrator Guide, "Incident reporting"). */
export const incidentReporting = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "ErrorReport Mode" },
        { item: "ErrorReport Url" },
        { item: "ErrorReport Contact" },
        { item: "ErrorReport Proxy" },
        { item: "ErrorReport CoreDump" },
      ],
    },
  ],
});
