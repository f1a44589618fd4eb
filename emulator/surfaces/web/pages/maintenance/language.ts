import { formPage } from "../../form/form-page.tsx";

/** Maintenance > Language (Administrator Guide, "Configuring language settings"). */
export const language = formPage({
  sections: [{ title: "Configuration", fields: [{ item: "Language Default" }] }],
});
