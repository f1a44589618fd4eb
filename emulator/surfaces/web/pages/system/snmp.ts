import { formPage } from "../../form/form-page.tsx";

/** System > SNMP (Administrator Guide, "Configuring SNMP settings"). The product's one list of modes is an item each on the command line, and here. */
export const snmp = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "SNMP V3Mode" },
        { item: "SNMP V2cMode" },
        { item: "SNMP V1Mode" },
        { item: "SNMP CommunityName" },
        { item: "SNMP SystemContact" },
        { item: "SNMP SystemLocation" },
        { item: "SNMP V3UserName" },
      ],
    },
    {
      title: "v3 Authentication",
      fields: [
        { item: "SNMP V3AuthenticationMode" },
        { item: "SNMP V3AuthenticationType" },
        { item: "SNMP V3AuthenticationPassword" },
      ],
    },
    {
      title: "v3 Privacy",
      fields: [{ item: "SNMP V3PrivacyMode" }, { item: "SNMP V3PrivacyType" }, { item: "SNMP V3PrivacyPassword" }],
    },
  ],
});
