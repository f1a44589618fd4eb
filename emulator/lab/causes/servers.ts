import { isIP } from "node:net";
import { TIME_ALARMS } from "../faults/fault-alarms.ts";
import type { CauseKind } from "./cause.ts";
import { type LabFacts, type RunningFacts, upPeers } from "./lab-facts.ts";
import { and } from "./words.ts";

/** Peers without an NTP server, or with the address of one that is none. */
export const ntpServers: CauseKind = {
  name: "ntp-server",
  find: (facts) =>
    upPeers(facts).flatMap(({ name, up }) => {
      if (up.ntpSynchronized) return [];
      const mend = `System > Time, NTP server 1, on ${name}`;
      const shows = { [name]: TIME_ALARMS };
      const at = [name];
      if (up.ntpServers.length === 0) return [{ text: `${name} has no NTP server`, mend, at, shows }];
      if (!facts.whole || !up.ntpServers.every((server) => isIP(server) !== 0 && server !== facts.servers)) return [];
      const text = `${name} asks ${and(up.ntpServers)} for the time, where nobody answers; the NTP server of the lab is ${facts.servers}`;
      return [{ text, mend, at, shows }];
    }),
};

/** Peers that gave the NTP server by a name, and find no address for it. */
export const ntpNames: CauseKind = {
  name: "ntp-name",
  find: (facts) =>
    upPeers(facts)
      .filter(({ up }) => !up.ntpSynchronized && up.ntpNamesNotFound.length > 0)
      .map(({ name, up }) => ({
        text: `${name} finds no address for its NTP server ${and(up.ntpNamesNotFound)}`,
        mend: `System > DNS, servers and domain name, or System > Time, on ${name}`,
        at: [name],
        shows: { [name]: TIME_ALARMS },
      })),
};

/** Peers that ask nobody for names, or somebody who does not know them. */
export const dnsServers: CauseKind = {
  name: "dns-server",
  find: (facts) =>
    upPeers(facts).flatMap(({ name, up }) => {
      const needsNames = up.inCluster || up.ntpServers.some((server) => isIP(server) === 0);
      if (!facts.whole || !needsNames || up.dnsServers.includes(facts.servers)) return [];
      const text =
        up.dnsServers.length === 0
          ? `${name} has no DNS server`
          : `${name} asks ${and(up.dnsServers)} for names, where nobody answers; the DNS server of the lab is ${facts.servers}`;
      return [
        { text, mend: `System > DNS, Default DNS servers, on ${name}`, at: [name], shows: { [name]: timeAlarms(up) } },
      ];
    }),
};

/** Peers whose domain is not that of the lab. */
export const domains: CauseKind = {
  name: "domain-name",
  find: (facts) =>
    upPeers(facts).flatMap(({ name, up }) => {
      if (!isStrange(up, facts)) return [];
      const text = `the domain name of ${name} is ${up.domain}, and the DNS server of the lab knows ${facts.domain}`;
      return [{ text, mend: `System > DNS, Domain name, on ${name}`, at: [name], shows: { [name]: timeAlarms(up) } }];
    }),
};

const isStrange = ({ domain }: RunningFacts, facts: LabFacts): boolean =>
  facts.whole && domain !== "" && domain !== facts.domain;

/** Without names no server is found that was given by its name. */
const timeAlarms = (up: RunningFacts): typeof TIME_ALARMS =>
  up.ntpServers.some((server) => isIP(server) === 0) ? TIME_ALARMS : [];
