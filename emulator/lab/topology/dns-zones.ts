import type { Answer } from "dns-packet";
import { shapeMistake, type Path } from "../yaml/shape.ts";
import { LONGEST_NAME } from "./dns-members.ts";
import type { DnsRecordKind, RecordEntry } from "./dns-record-kind.ts";
import { dnsRecordKinds } from "./dns-record-kinds.ts";
import type { TopologyFile } from "./topology-schema.ts";

/** A zone of the lab's name server, its records with whole names. */
export interface DnsZone {
  readonly name: string;
  readonly records: readonly Answer[];
}

type ZoneEntry = NonNullable<TopologyFile["dns"]>[number];

/** Time to live of every record that has none of its own, as in the guide's example (Appendix 4). */
export const DEFAULT_TTL = 86_400;

/** The zones of a file that has no mistake. */
export const zonesOf = (zones: readonly ZoneEntry[]): readonly DnsZone[] =>
  zones.map((zone) => ({
    name: zoneName(zone),
    records: zone.records.map((entry) => {
      const { ttl = zone.ttl ?? DEFAULT_TTL } = entry as { readonly ttl?: number };
      const kind = kindOf(entry);
      if (!kind) throw new RangeError(`no kind of record: ${String(entry["type"])}`);
      return kind.answer(entry, { name: ownerName(kind, entry, zone), ttl });
    }),
  }));

/** What is wrong with zones of the right shape, and where below the list of them. */
export interface ZoneMistake {
  readonly path: Path;
  readonly reason: string;
  readonly atKey?: boolean;
}

/**
 * The first mistake of zones of the right shape.
 * @param ofLab the records that the name server has besides
 */
export function zonesMistake(zones: readonly ZoneEntry[], ofLab: readonly Answer[]): ZoneMistake | undefined {
  const names = zones.map(zoneName);
  for (const [place, zone] of zones.entries()) {
    if (names.indexOf(zoneName(zone)) !== place)
      return { path: [place, "zone"], reason: `"${zone.zone}" is in the list twice` };
    const mistake = recordsMistake(zone, ofLab);
    if (mistake) return { ...mistake, path: [place, "records", ...mistake.path] };
  }
  return undefined;
}

function recordsMistake(zone: ZoneEntry, ofLab: readonly Answer[]): ZoneMistake | undefined {
  /** Types by whole name, in lower case. */
  const types = new Map<string, string[]>();
  for (const { name, type } of ofLab) types.set(name.toLowerCase(), [`${type}, which the lab gives it`]);
  for (const [place, entry] of zone.records.entries()) {
    const mistake = recordMistake(entry, zone) ?? clash(entry, zone, types);
    if (mistake) return { ...mistake, path: [place, ...mistake.path] };
  }
  return undefined;
}

function recordMistake(entry: RecordEntry, zone: ZoneEntry): ZoneMistake | undefined {
  const kind = kindOf(entry);
  if (!kind) {
    const allowed = dnsRecordKinds.map(({ type }) => type).join(", ");
    const { type } = entry;
    return type === undefined
      ? { path: [], reason: `type is missing; one of: ${allowed}` }
      : { path: ["type"], reason: `${JSON.stringify(type)} is not allowed; one of: ${allowed}` };
  }
  const wrong = shapeMistake(kind.schema, entry);
  if (wrong) return wrong;
  const [member, reason = ""] = kind.mistake(entry) ?? [];
  if (member !== undefined) return { path: [member], reason };
  const { length } = ownerName(kind, entry, zone);
  return length > LONGEST_NAME
    ? { path: [], reason: `its name has ${length} characters with the zone; at most ${LONGEST_NAME} are allowed` }
    : undefined;
}

/** RFC 1034, section 3.6.2: an alias is all that there is at its name; a zone has one SOA, and always one. */
function clash(entry: RecordEntry, zone: ZoneEntry, types: Map<string, string[]>): ZoneMistake | undefined {
  const kind = kindOf(entry);
  if (!kind) return undefined;
  const name = ownerName(kind, entry, zone).toLowerCase();
  const begun = name === zoneName(zone).toLowerCase() ? ["SOA, which every zone has"] : [];
  const before = types.get(name) ?? begun;
  types.set(name, [...before, kind.type]);
  const others = before.filter((type) => type !== kind.type || kind.type === "CNAME");
  const alias = kind.type === "CNAME" ? others.length > 0 : others.includes("CNAME");
  if (alias)
    return {
      path: ["type"],
      reason: `"${name}" has ${others.join(", ")} and ${kind.type}; beside a CNAME nothing is allowed`,
    };
  if (kind.type === "SOA" && before.includes("SOA"))
    return { path: ["type"], reason: `"${zone.zone}" has two SOA records; one is allowed` };
  return undefined;
}

const kindOf = ({ type }: RecordEntry): DnsRecordKind | undefined => dnsRecordKinds.find((kind) => kind.type === type);

const zoneName = ({ zone }: ZoneEntry): string => zone.replace(/\.$/, "").toLowerCase();

function ownerName(kind: DnsRecordKind, entry: RecordEntry, zone: ZoneEntry): string {
  const name = kind.nameOf(entry);
  return name === "@" ? zoneName(zone) : `${name}.${zoneName(zone)}`;
}
