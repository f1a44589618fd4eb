import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Authentication > Devices > H.350 directory service (Administrator Guide, "Device authentication"). */
export const h350DirectoryService = formPage({
  sections: [
    {
      title: "H.350 device authentication",
      fields: [{ item: "Authentication H350 Mode" }, { item: "Authentication LDAP AliasOrigin" }],
    },
    {
      title: "LDAP server configuration",
      fields: [
        {
          item: "Authentication H350 LdapServerAddressResolution",
          words: { AddressRecord: "Address record", ServiceRecord: "SRV record" },
        },
        { item: "Authentication H350 LdapServerAddress" },
        { item: "Authentication H350 LdapServerPort" },
        { item: "Authentication H350 LdapEncryption" },
      ],
    },
    {
      title: "Authentication configuration",
      fields: [
        { item: "Authentication H350 BindUserDn" },
        { item: "Authentication H350 BindPassword" },
        { item: "Authentication H350 BindSaslMode" },
        { item: "Authentication H350 BindUserName" },
      ],
    },
    { title: "Directory configuration", fields: [{ item: "Authentication H350 DirectoryBaseDn" }] },
  ],
});
