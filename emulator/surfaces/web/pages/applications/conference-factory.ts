import { formPage } from "../../form/form-page.tsx";

/** Applications > Conference Factory (Administrator Guide, "Configuring Conference Factory"). */
export const conferenceFactory = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Applications ConferenceFactory Mode" },
        { item: "Applications ConferenceFactory Alias" },
        { item: "Applications ConferenceFactory Template" },
        { item: "Applications ConferenceFactory Range Start" },
        { item: "Applications ConferenceFactory Range End" },
      ],
    },
  ],
});
