import { formPage } from "../../form/form-page.tsx";

const SERVERS = [1, 2, 3, 4, 5] as const;

/** System > DNS (Administrator Guide, "Configuring DNS settings"). */
export const dns = formPage({
  sections: [
    {
      title: "DNS settings",
      fields: [
        { item: "IP DNS Hostname" },
        { item: "IP DNS Domain Name" },
        {
          item: "IP DNS UseEphemeralPortRange",
          words: { On: "Use the ephemeral port range", Off: "Use a custom port range" },
        },
        { item: "IP DNS MinPort" },
        { item: "IP DNS MaxPort" },
      ],
    },
    {
      title: "Default DNS servers",
      fields: SERVERS.map((server) => ({ item: `DNS Server ${server} Address` }) as const),
    },
    {
      title: "Per-domain DNS servers",
      fields: SERVERS.flatMap(
        (server) =>
          [
            { item: `DNS PerDomainServer ${server} Address` },
            { item: `DNS PerDomainServer ${server} Domain1`, label: `Address ${server} domain names` },
            { item: `DNS PerDomainServer ${server} Domain2`, label: `Address ${server} second domain name` },
          ] as const,
      ),
    },
  ],
});
