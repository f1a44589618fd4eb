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
    {
      title: "Remote syslog servers",
      fields: SYSLOG_SERVERS.flatMap(
        (server) =>
          [
            { item: `Remote Syslog ${server} Address` },
            { item: `Remote Syslog ${server} Port`, label: `Server ${server} port` },
            { item: `Remote Syslog ${server} Mode`, label: `Server ${server} mode`, words: modeWords },
          ] as const,
      ),
    },
  ],
});
