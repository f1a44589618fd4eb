import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Bandwidth > Configuration (Administrator Guide, "Bandwidth control"). */
export const bandwidthConfiguration = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Bandwidth Default" },
        { item: "Bandwidth Downspeed PerCall Mode" },
        { item: "Bandwidth Downspeed Total Mode" },
      ],
    },
  ],
});
