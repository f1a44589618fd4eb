import type { FaultRule } from "../../../../emulator/lab/faults/rule-members.ts";
import type { ItemPath } from "../../../../emulator/model/configuration/index.ts";

/** What is done to expe3, and what has to be read of it. */
export interface Expected {
  /** The cause, as both commands name it. */
  readonly cause: string;
  /** Where it is mended. */
  readonly mend: string;
  /** Alarms on expe3 that it explains; none where no alarm follows. */
  readonly alarms?: readonly number[];
  /** By default so long that every alarm that follows has come. */
  readonly after?: number;
}

export interface ExpectedOfFault extends Expected {
  readonly rule: Omit<FaultRule, "kind">;
  readonly kind: string;
}

/** Nothing but the lab's own command ends a fault. */
const REMOVE = "xtwin fault remove 1; no page mends a fault";

const CONTACT = [20004, 20006, 20016];
export const TIME = [20010, 25002, 25021];

export const ofFaults: readonly ExpectedOfFault[] = [
  {
    kind: "cut",
    rule: { peer: "expe3", other: "expe1" },
    cause: "fault 1: nothing passes between expe3 and expe1",
    mend: REMOVE,
    alarms: CONTACT,
  },
  {
    kind: "loss",
    rule: { peer: "expe3", share: 1 },
    cause: "fault 1: messages are lost between expe3 and everybody, 100 % of the times",
    mend: REMOVE,
    alarms: [20004, 20006, ...TIME],
  },
  {
    kind: "delay",
    rule: { peer: "expe3", delay: "200ms" },
    cause: "fault 1: messages arrive 200ms later between expe3 and everybody",
    mend: REMOVE,
  },
  {
    kind: "block",
    rule: { peer: "expe3", service: "management" },
    cause: "fault 1: management is blocked between expe3 and everybody",
    mend: REMOVE,
    alarms: CONTACT,
  },
  {
    kind: "ntp-silent",
    rule: { peer: "expe3" },
    cause: "fault 1: the NTP server does not answer for expe3",
    mend: REMOVE,
    alarms: TIME,
  },
  {
    kind: "ntp-wrong",
    rule: { peer: "expe3", by: "1h" },
    cause: "fault 1: the NTP server's time is off by 1h for expe3",
    mend: REMOVE,
  },
  {
    kind: "ntp-unsynchronized",
    rule: { peer: "expe3" },
    cause: "fault 1: the NTP server is not synchronized for expe3",
    mend: REMOVE,
    alarms: TIME,
  },
  { kind: "dns-silent", rule: {}, cause: "fault 1: the DNS server does not answer for all peers", mend: REMOVE },
  {
    kind: "dns-missing",
    rule: { name: "expe3.lab.example.com" },
    cause: "fault 1: the DNS server does not know expe3.lab.example.com for all peers",
    mend: REMOVE,
  },
  {
    kind: "wrong-key",
    rule: { peer: "expe3" },
    cause: "fault 1: the pre-shared key is wrong on expe3",
    mend: REMOVE,
    alarms: CONTACT,
  },
  {
    kind: "clock-step",
    rule: { peer: "expe3", by: "-5m" },
    cause: "the clock of expe3 is 5m behind the lab's time (fault 1)",
    mend: "NTP sets it right at its next poll",
    after: 0,
  },
  {
    kind: "clock-drift",
    rule: { peer: "expe3", ppm: 1000 },
    cause: "fault 1: the clock gains 1000 seconds in a million on expe3",
    mend: REMOVE,
  },
  {
    kind: "crash",
    rule: { peer: "expe3" },
    cause: "expe3 is off: its power failed (fault 1)",
    mend: "xtwin power expe3 on",
  },
  {
    kind: "copy-not-kept",
    rule: { peer: "expe3" },
    cause: "fault 1: the store does not keep what is copied on expe3",
    mend: REMOVE,
    alarms: [20009],
  },
  {
    kind: "peer-file-missing",
    rule: { peer: "expe3" },
    cause: "fault 1, which is over, left this: the configuration files of peers are lost on expe3",
    mend: "xCommand ForceConfigUpdate",
    alarms: [20014],
  },
  {
    kind: "database-damaged",
    rule: { peer: "expe3" },
    cause: "fault 1, which is over, left this: the database is damaged on expe3",
    mend: "restore its own backup on Maintenance > Backup and restore",
    alarms: [15005],
  },
  {
    kind: "upgrade-in-progress",
    rule: { peer: "expe3" },
    cause: "fault 1: an upgrade to X8.1.1 goes on on expe3",
    mend: REMOVE,
    alarms: [20008],
  },
  {
    kind: "sensor-reading",
    rule: { peer: "expe3", sensor: "Fan 2", reads: 0 },
    cause: "fault 1: Fan 2 reads 0 RPM on expe3",
    mend: REMOVE,
    alarms: [10001],
  },
];

/** Of each slip on expe3, by its kind. */
export const ofSlips: Readonly<Record<string, Expected & { readonly on?: string }>> = {
  "wrong-key": {
    cause: "the cluster pre-shared key of expe3 differs from that of expe1 and expe2",
    mend: "System > Clustering, Cluster pre-shared key, on expe3",
    alarms: CONTACT,
  },
  "wrong-name": {
    cause: `the cluster name of expe3 is "clustre.lab.example.com", that of expe1 and expe2 "cluster.lab.example.com"`,
    mend: "System > Clustering, Cluster name, on expe3",
    alarms: [20012],
  },
  "blank-name": {
    cause: "the cluster name of expe3 is blank",
    mend: "System > Clustering, Cluster name, on expe3",
    alarms: [20019],
  },
  "wrong-primary": {
    cause: "Configuration primary is 2 (expe2) on expe3, and 1 (expe1) on expe1 and expe2",
    mend: "System > Clustering, Configuration primary",
    alarms: [20013, 20017],
  },
  "wrong-order": {
    cause: "the list of expe3 has another order than that of its primary expe1",
    mend: "System > Clustering, the list of peers, on expe3",
    alarms: [20012],
  },
  "wrong-address": {
    cause: "10.0.0.22, Peer 2 IP address of expe3, is the address of no peer",
    mend: "System > Clustering, Peer 2 IP address, on expe3",
    alarms: [20004, 20012],
  },
  "peer-missing": {
    cause: "the list of expe3 lacks 10.0.0.2, the address of expe2, which lists it",
    mend: "System > Clustering, the list of peers, on expe3: enter 10.0.0.2",
    alarms: [20012],
  },
  "itself-missing": {
    cause: "the list of expe3 lacks its own address 10.0.0.3",
    mend: "System > Clustering, the list of peers, on expe3",
    alarms: [20015],
  },
  "gap-in-list": {
    cause: "Peer 3 IP address of expe3 is blank, and a later one is not",
    mend: "System > Clustering, the list of peers, on expe3",
    alarms: [20003],
  },
  "wrong-ntp": {
    cause: "expe3 asks 10.0.0.245 for the time, where nobody answers; the NTP server of the lab is 10.0.0.254",
    mend: "System > Time, NTP server 1, on expe3",
    alarms: TIME,
  },
  "wrong-dns": {
    cause: "expe3 asks 10.0.0.245 for names, where nobody answers; the DNS server of the lab is 10.0.0.254",
    mend: "System > DNS, Default DNS servers, on expe3",
  },
  "wrong-domain": {
    cause: "the domain name of expe3 is lba.example.com, and the DNS server of the lab knows lab.example.com",
    mend: "System > DNS, Domain name, on expe3",
  },
  "same-system-name": {
    cause: `expe1 and expe3 have the same system name "expe1"`,
    mend: "System > Administration, System name",
  },
  "h323-off": {
    on: "expe1",
    cause: "H.323 mode is Off on expe1, expe2 and expe3",
    mend: "Configuration > Protocols > H.323, H.323 mode, on expe1",
    alarms: [20018],
  },
  "static-nat": {
    cause: "static NAT is On for LAN 1 of expe3, which neither takes a copy nor gives one",
    mend: "System > IP, LAN 1, IPv4 static NAT mode, on expe3",
    alarms: [20015],
  },
};

/** All that slips write. */
export const PATHS: readonly ItemPath[] = [
  "Alternates Cluster Name",
  "Alternates Cluster PreSharedKey",
  "Alternates ConfigurationPrimary",
  ...([1, 2, 3, 4, 5, 6] as const).map((index): ItemPath => `Alternates Peer ${index} Address`),
  "NTP Server 1 Address",
  "DNS Server 1 Address",
  "IP DNS Domain Name",
  "SystemUnit Name",
  "H323 Mode",
  "Ethernet 1 IP V4 StaticNAT Mode",
  "Ethernet 1 IP V4 StaticNAT Address",
];
