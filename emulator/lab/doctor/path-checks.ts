import type { Cause, Shut } from "../causes/cause.ts";
import { and } from "../causes/words.ts";
import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import { because, mendOf } from "./explained.ts";
import type { ExaminedPeer, Finding, Surrounded } from "./finding.ts";

/** Guide, "Prerequisites": "within a 15ms hop (30ms round trip delay)". */
const LONGEST_ROUND_TRIP_MS = 30;

/** The kinds of causes that keep peers from hearing of each other's bandwidth, of which no alarm tells. */
const WITHOUT_ALARMS: readonly string[] = ["fault", "firewall-rule", "h323-mode"];

/** Paths to listed peers that take too long. The lab's network tells: what is measured on a busy machine says more of the machine. */
export function slowPaths({ name, device }: ExaminedPeer, lab: Surrounded): Finding[] {
  return device.cluster.others.flatMap(({ address }): Finding[] => {
    const longest = lab.roundTrip(device.address, address);
    if (longest <= LONGEST_ROUND_TRIP_MS) return [];
    const delays = causesBetween(name, address, lab).filter(({ kind }) => kind === "fault");
    return [
      {
        guide: "G2.4",
        peer: name,
        seen: because(`the round trip to ${address} takes up to ${Math.round(longest)} ms`, delays),
        asked: "each peer is within a 30 ms round trip of every other",
        mend: mendOf(delays, "the network between the peers"),
      },
    ];
  });
}

/** What stands in the way of one of the protocols between two peers that list each other. */
export function reachability(peer: ExaminedPeer, lab: Surrounded): Finding[] {
  const { name, device } = peer;
  const finding = (seen: string, mend: string): Finding => ({
    guide: "G2.5",
    peer: name,
    seen,
    asked: "peers reach each other directly: UDP 500, UDP 1719, UDP 4369–4380 and the database, without NAT",
    mend,
  });
  const findings: Finding[] = [];
  if (device.configuration.isOn("Ethernet 1 IP V4 StaticNAT Mode"))
    findings.push(finding("static NAT is On for LAN 1", "System > IP"));
  if (!device.cluster.clustered) return findings;
  for (const { address } of device.cluster.others) {
    const between = causesBetween(name, address, lab);
    const missing = missingTo(peer, address) ?? shutTo(name, address, lab);
    if (missing === undefined) continue;
    const firewall = "the firewall between the peers, System > Protection > Firewall rules";
    findings.push(finding(because(missing, between), mendOf(between, firewall)));
  }
  return findings;
}

/** The first of the protocols that a peer does not hear of another. */
function missingTo({ device }: ExaminedPeer, address: string): string | undefined {
  const { association, answers, database } = device.cluster.reach(address);
  if (!association) return `no association with ${address} (UDP 500)`;
  if (!answers) return `${address} does not answer on UDP 4369`;
  if (!database) return `the database of ${address} does not answer`;
  const peer = device.cluster.others.find((other) => other.address === address);
  if (peer?.shares !== true || device.bandwidth.hears(address)) return undefined;
  return `no bandwidth updates from ${address} on UDP 1719`;
}

/** Ports that are shut before anybody misses what comes by them. */
function shutTo(name: string, address: string, { causes, nameOf }: Surrounded): string | undefined {
  const other = nameOf(address);
  const shut = causes.flatMap(({ shuts = [] }) => shuts).filter(({ between }) => isPair(between, name, other));
  const ports = [...new Set(shut.map(({ port }) => port))];
  return ports.length === 0 ? undefined : `${and(ports)} ${ports.length === 1 ? "is" : "are"} shut to ${address}`;
}

const isPair = (between: Shut["between"], name: string, other: string | undefined): boolean =>
  between.some((end) => end === name) && between.some((end) => end === other);

/** Those that are about a path, lie at one of its ends and show at both. An address that is no peer's shows in the list alone. */
function causesBetween(name: string, address: string, { causes, nameOf }: Surrounded): readonly Cause[] {
  const other = nameOf(address);
  return causes.filter((cause) => {
    if (!isAboutPath(cause, name)) return false;
    if (other === undefined) return cause.kind === "list";
    const { at, shuts, shows } = cause;
    if (shuts) return shuts.some(({ between }) => isPair(between, name, other));
    return shows[other] !== undefined && (at.includes(name) || at.includes(other));
  });
}

function isAboutPath({ kind, shows }: Cause, name: string): boolean {
  const alarms = shows[name];
  if (alarms?.length === 0) return WITHOUT_ALARMS.includes(kind);
  return alarms?.some((id) => CONTACT_ALARMS.includes(id)) ?? false;
}
