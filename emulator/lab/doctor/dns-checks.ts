import { addressesIn, type Check, type ExaminedPeer, type Finding, type Surrounded } from "./finding.ts";

/** The services of the cluster name, as the guide's Appendix 4 lists them. The one over UDP is not recommended. */
const SERVICES = ["_sips._tcp", "_sip._tcp", "_h323ls._udp", "_h323cs._tcp"] as const;

/** Guide, "Prerequisites": a DNS SRV record for the cluster; forward and reverse look-up of every peer. */
export const dnsChecks: readonly Check[] = [
  { guide: "G2.2", title: "SRV records of the cluster name", examine: eachOnce(servicesOf) },
  { guide: "G2.2", title: "forward and reverse look-up of the peers", examine: eachOnce(lookUps) },
];

/** Peers that ask the same servers see the same; the first finding of its kind is enough. */
function eachOnce(examine: (peer: ExaminedPeer, lab: Surrounded) => Promise<Finding[]>): Check["examine"] {
  return async (peers, lab) => {
    const found = new Map<string, Finding>();
    for (const peer of peers) for (const finding of await examine(peer, lab)) found.set(finding.seen, finding);
    return [...found.values()];
  };
}

async function servicesOf({ name, device, lookUp }: ExaminedPeer, { isNobodys }: Surrounded): Promise<Finding[]> {
  const { settings } = device.cluster;
  if (settings.name === "" || settings.peers.length === 0) return [];
  const findings: Finding[] = [];
  for (const service of SERVICES) {
    const record = `${service}.${settings.name}`;
    const answers = await lookUp(record, "SRV");
    if (!answers) return [noServer(name)];
    const targets = answers.flatMap((answer) => (answer.type === "SRV" ? [answer.data.target] : []));
    const addresses: string[] = [];
    for (const target of targets) addresses.push(...addressesIn(await lookUp(target, "A")));
    // An address that no peer of the lab has is a mistake of the list, and found there.
    const missing = settings.peers.filter((address) => !addresses.includes(address) && !isNobodys(address));
    if (missing.length === 0) continue;
    findings.push({
      guide: "G2.2",
      seen:
        targets.length === 0
          ? `there is no SRV record ${record}`
          : `the SRV record ${record} does not lead to ${missing.join(", ")}`,
      asked: "a DNS SRV record of the cluster name leads to the address of each peer",
      mend: "the DNS zone of the cluster name",
    });
  }
  return findings;
}

async function lookUps({ name, device, lookUp }: ExaminedPeer): Promise<Finding[]> {
  const host = device.configuration.get("IP DNS Hostname");
  const domain = device.configuration.get("IP DNS Domain Name");
  const asked = "DNS servers do forward and reverse look-ups of all peer addresses";
  if (host === "" || domain === "") {
    const seen = `${name} has no ${host === "" ? "system host name" : "domain name"}`;
    return [{ guide: "G2.2", peer: name, seen, asked, mend: "System > DNS" }];
  }
  const findings: Finding[] = [];
  const forward = await lookUp(`${host}.${domain}`, "A");
  if (!forward) return [noServer(name)];
  if (!addressesIn(forward).includes(device.address)) {
    const seen = `${host}.${domain} leads to ${addressesIn(forward).join(", ") || "nothing"}, not to ${device.address}`;
    findings.push({ guide: "G2.2", peer: name, seen, asked, mend: "the DNS zone, or System > DNS" });
  }
  const reverse = await lookUp(`${device.address.split(".").toReversed().join(".")}.in-addr.arpa`, "PTR");
  if (!reverse?.some((answer) => answer.type === "PTR")) {
    const seen = `${device.address} has no name (PTR record)`;
    findings.push({ guide: "G2.2", peer: name, seen, asked, mend: "the reverse DNS zone" });
  }
  return findings;
}

const noServer = (name: string): Finding => ({
  guide: "G2.2",
  peer: name,
  seen: `no DNS server of ${name} answers`,
  asked: "at least one valid DNS server is configured",
  mend: "System > DNS, unless the lab knows above that its server is silent",
});
