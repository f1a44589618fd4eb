import type { AlarmId } from "../../../model/alarms/index.ts";
import { factsWhere, type Settings, type Warning } from "./warning.ts";

const SERVERS = [1, 2, 3, 4, 5] as const;
const PAGE = "on Configuration > Authentication > Devices > Active Directory Service";

/** What is amiss with a connection to the Active Directory Service. */
interface Flaw {
  readonly alarm: AlarmId;
  readonly isThere: (configuration: Settings["configuration"]) => boolean;
  readonly fact: string;
  readonly mend: string;
}

/** Administrator Guide, alarms. That a DNS server for certain domains is one, too, is assumed. */
const flaws: readonly Flaw[] = [
  {
    alarm: 35001,
    isThere: (configuration) => configuration.get("IP DNS Hostname") === "",
    fact: "System host name is blank",
    mend: "enter the system host name on System > DNS",
  },
  {
    alarm: 35002,
    isThere: (configuration) => SERVERS.every((server) => configuration.get(`NTP Server ${server} Address`) === ""),
    fact: "no NTP server is configured",
    mend: "enter an NTP server on System > Time",
  },
  {
    alarm: 35003,
    isThere: (configuration) =>
      SERVERS.every(
        (server) =>
          configuration.get(`DNS Server ${server} Address`) === "" &&
          configuration.get(`DNS PerDomainServer ${server} Address`) === "",
      ),
    fact: "no DNS server is configured",
    mend: "enter a DNS server on System > DNS",
  },
  {
    alarm: 35005,
    isThere: (configuration) => configuration.get("Authentication ADS ADDomain") === "",
    fact: "AD domain is blank",
    mend: `enter the AD domain ${PAGE}`,
  },
  {
    alarm: 35007,
    isThere: (configuration) => configuration.get("Authentication ADS SPNEGO") === "Disabled",
    fact: "SPNEGO is Disabled",
    mend: `set SPNEGO to Enabled ${PAGE}`,
  },
  {
    alarm: 35008,
    isThere: (configuration) => configuration.get("Authentication ADS Workgroup") === "",
    fact: "Short domain name is blank",
    mend: `enter the short domain name ${PAGE}`,
  },
  {
    alarm: 40020,
    isThere: (configuration) => configuration.get("Authentication ADS Encryption") !== "TLS",
    fact: "Encryption of the connection is Off",
    mend: `set Encryption to TLS ${PAGE}`,
  },
  {
    alarm: 40022,
    isThere: (configuration) => configuration.get("Authentication ADS SecureChannel") === "Disabled",
    fact: "Secure channel mode is Disabled",
    mend: `set Secure channel mode to Auto or Enabled ${PAGE}`,
  },
];

/** A peer that does not connect to the service needs nothing for it. */
export const activeDirectoryWarnings: readonly Warning[] = flaws.map(({ alarm, isThere, fact, mend }) => ({
  alarm,
  facts: ({ configuration }) =>
    factsWhere(
      configuration.isOn("Authentication ADS Mode") && isThere(configuration),
      "Connect to Active Directory Service is On",
      fact,
    ),
  clearedBy: `${mend}, or set Connect to Active Directory Service to Off`,
}));
