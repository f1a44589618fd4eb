import { formPage } from "../../../form/form-page.tsx";

const SERVERS = [1, 2, 3, 4, 5] as const;

/** Configuration > Authentication > Devices > Active Directory Service (Administrator Guide, "Device authentication"). */
export const activeDirectoryService = formPage({
  sections: [
    {
      title: "Active Directory Service",
      fields: [
        { item: "Authentication ADS Mode" },
        { item: "SIP Authentication NTLM Mode" },
        { item: "Authentication ADS ADDomain" },
        { item: "Authentication ADS Workgroup" },
        { item: "Authentication ADS MachineName" },
        { item: "Authentication ADS SecureChannel" },
        { item: "Authentication ADS Encryption" },
        { item: "Authentication ADS Clockskew" },
        { item: "Authentication ADS SPNEGO" },
        { item: "Authentication ADS MachinePassword Refresh" },
      ],
    },
    {
      title: "Domain Controller",
      fields: SERVERS.map((server) => ({ item: `Authentication ADS DC ${server} Address` }) as const),
    },
    {
      title: "Kerberos Key Distribution Center",
      fields: SERVERS.flatMap(
        (server) =>
          [
            { item: `Authentication ADS KDC ${server} Address` },
            { item: `Authentication ADS KDC ${server} Port` },
          ] as const,
      ),
    },
  ],
});
