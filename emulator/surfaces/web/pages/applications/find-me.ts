import { formPage } from "../../form/form-page.tsx";

/** Applications > FindMe (Administrator Guide, "Configuring FindMe"). */
export const findMe = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Policy FindMe Mode", words: { ThirdPartyManager: "Remote service" } },
        { item: "Policy FindMe CallerID", words: { IncomingID: "Incoming ID", FindMeID: "FindMe ID" } },
        { item: "Policy FindMe UserDeviceRestriction" },
      ],
    },
    {
      title: "Remote service",
      fields: [
        { item: "Policy FindMe Server Address" },
        { item: "Policy FindMe Server Path" },
        { item: "Policy FindMe Server Password" },
      ],
    },
  ],
});
