import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Authentication > Outbound connection credentials (Administrator Guide, the section of that name). */
export const outboundConnectionCredentials = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [{ item: "Authentication UserName" }, { item: "Authentication Password" }],
    },
  ],
});
