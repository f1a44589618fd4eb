import { formPage } from "../../form/form-page.tsx";

const SYSLOG_SERVERS = [1, 2, 3, 4] as const;

const modeWords = {
  bsd: "Legacy BSD format",
  ietf: "IETF syslog format",
  ietf_secure: "IETF syslog using TLS connection",
  user_defined: "User-defined",
} as const;

/** Maintenance > Logging (Administrator Guide, "Configuring logging levels"). */
export const logging = formPage({
  sections: [
    { title: "Logging options", fields: [{ item: "Log Level", choices: () => ["1", "2", "3", "4"] }] },
    ...SYSLOG_SERVERS.map((server) => ({
      title: `Server ${server}`,
      fields: [
        { item: `Remote Syslog ${server} Address` },
        { item: `Remote Syslog ${server} Port` },
        { item: `Remote Syslog ${server} Mode`, words: modeWords },
        { item: `Remote Syslog ${server} Format` },
        { item: `Remote Syslog ${server} Transport` },
        { item: `Remote Syslog ${server} Crlcheck` },
        { item: `Remote Syslog ${server} Loglevel` },
      ] as const,
    })),
  ],
});
