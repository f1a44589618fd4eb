import { formPage } from "../../form/form-page.tsx";

/** Users > Password security (Administrator Guide, "Configuring password security"). */
export const passwordSecurity = formPage({
  sections: [
    {
      title: "Password security",
      fields: [
        { item: "Authentication StrictPassword Enabled" },
        { item: "Authentication StrictPassword MinimumLength" },
        { item: "Authentication StrictPassword MinimumDigits" },
        { item: "Authentication StrictPassword MinimumUpperCase" },
        { item: "Authentication StrictPassword MinimumLowerCase" },
        { item: "Authentication StrictPassword MinimumOther" },
        { item: "Authentication StrictPassword MaximumConsecutiveRepeated" },
        { item: "Authentication StrictPassword MinimumClasses" },
      ],
    },
  ],
});
