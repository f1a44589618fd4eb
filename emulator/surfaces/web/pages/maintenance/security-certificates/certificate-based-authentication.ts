import { formPage } from "../../../form/form-page.tsx";

/** Maintenance > Security certificates > Certificate-based authentication configuration (Administrator Guide). */
export const certificateBasedAuthentication = formPage({
  sections: [
    {
      title: "Certificate-based authentication pattern",
      fields: [
        { item: "Authentication Certificate UsernameRegex" },
        { item: "Authentication Certificate UsernameTemplate" },
      ],
    },
  ],
});
