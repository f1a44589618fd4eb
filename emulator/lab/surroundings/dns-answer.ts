import dnsPacket, { type Answer, type DecodedPacket, type OptAnswer, type Packet, type Question } from "dns-packet";
import { hasQueryHeader } from "../../../protocol/dns/query-header.ts";
import type { DnsRecords } from "./dns-records.ts";

const STANDARD_QUERY = 0;
const OPCODE_SHIFT = 11;

/** Response codes (RFC 1035, section 4.1.1; RFC 6891, section 9). */
const FORMAT_ERROR = 1;
const NAME_ERROR = 3;
const NOT_IMPLEMENTED = 4;
const REFUSED = 5;
/** The upper bits of BADVERS: they travel with the extensions. */
const BAD_VERSION = 1;

/** RFC 1035, section 4.2.1: what every client takes in a datagram. RFC 6891: what this server says that it takes. */
const SMALLEST_DATAGRAM = 512;
const LARGEST_DATAGRAM = 4096;
const LARGEST_TCP_MESSAGE = 65_535;

/** Every type, or every class (RFC 1035, sections 3.2.3 and 3.2.5). */
const ANY = "ANY";

/** Aliases of aliases; whoever writes more of them has made a mistake. */
const MOST_ALIASES = 16;

export type DnsTransport = "UDP" | "TCP";

/** The sections of an answer. */
interface Sections {
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
  readonly code: number;
}

/**
 * The answer of a server that is authoritative for its records: what it has, along aliases (CNAME), or that there is
 * nothing, with the SOA of the zone (RFC 2308). What does not fit a datagram is left out, and the answer says so.
 * @returns undefined for what is not a query by its header
 */
export function answerQuery(
  data: Uint8Array,
  records: DnsRecords,
  transport: DnsTransport = "UDP",
): Uint8Array | undefined {
  if (!hasQueryHeader(data)) return undefined;
  let query: DecodedPacket;
  try {
    query = dnsPacket.decode(Buffer.from(data));
  } catch {
    return malformedAnswer(data);
  }
  const [question] = query.questions ?? [];
  if (!question) return undefined;
  const extensions = query.additionals?.find((record) => record.type === "OPT");
  const opcode = ((query.flags ?? 0) >> OPCODE_SHIFT) & 0xf;
  const badVersion = (extensions?.ednsVersion ?? 0) > 0;
  const sections = badVersion
    ? nothing(0)
    : opcode === STANDARD_QUERY
      ? answerTo(question, records)
      : nothing(NOT_IMPLEMENTED);
  const flags =
    (opcode << OPCODE_SHIFT) |
    dnsPacket.AUTHORITATIVE_ANSWER |
    (query.flag_rd ? dnsPacket.RECURSION_DESIRED : 0) |
    sections.code;
  const options = extensions ? [extensionsOf(badVersion)] : [];
  const message: Packet = { type: "response", id: query.id ?? 0, flags, questions: [question] };
  const whole = dnsPacket.encode({
    ...message,
    answers: [...sections.answers],
    authorities: [...sections.authorities],
    additionals: [...addressesFor(sections, records), ...options],
  });
  const limit = transport === "TCP" ? LARGEST_TCP_MESSAGE : datagramLimit(extensions);
  if (whole.length <= limit) return whole;
  return dnsPacket.encode({ ...message, flags: flags | dnsPacket.TRUNCATED_RESPONSE, additionals: options });
}

/** What cannot be read behind its header is told so, under the number that the header gives it. */
function malformedAnswer(query: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = query;
  const id = new DataView(buffer, byteOffset, byteLength).getUint16(0);
  return dnsPacket.encode({ type: "response", id, flags: FORMAT_ERROR });
}

const nothing = (code: number): Sections => ({ answers: [], authorities: [], code });

function answerTo({ name, type, class: kind }: Question, records: DnsRecords): Sections {
  if (kind !== "IN" && kind !== ANY) return nothing(REFUSED);
  const answers: Answer[] = [];
  const seen = new Set<string>();
  let at = name;
  for (;;) {
    const here = records.at(at);
    const found = here.filter((record) => (type as string) === ANY || record.type === type);
    answers.push(...found);
    if (found.length > 0) return { answers, authorities: nameServers(at, records), code: 0 };
    const [alias] = here.flatMap((record) => (record.type === "CNAME" ? [{ record, to: record.data }] : []));
    if (!alias || seen.has(alias.to) || seen.size === MOST_ALIASES) break;
    answers.push(alias.record);
    seen.add(alias.to);
    at = alias.to;
  }
  return { answers, authorities: denial(at, records), code: records.exists(at) ? 0 : NAME_ERROR };
}

/** As in the guide's examples (Appendices 4 and 5); zones whose servers are not in the records have none. */
function nameServers(name: string, records: DnsRecords): readonly Answer[] {
  const zone = records.zoneOf(name);
  return zone ? records.at(zone.name).filter(({ type }) => type === "NS") : [];
}

/** RFC 2308, section 3: the SOA of the zone, to be kept no longer than the zone says of what is not there. */
function denial(name: string, records: DnsRecords): readonly Answer[] {
  const soa = records.zoneOf(name);
  return soa ? [{ ...soa, ttl: Math.min(soa.ttl ?? 0, soa.data.minimum ?? 0) }] : [];
}

/** The addresses of the hosts that an answer names come with it, as the guide's Appendices 4 and 5 show. */
function addressesFor({ answers, authorities }: Sections, records: DnsRecords): readonly Answer[] {
  const targets = [...answers, ...authorities].flatMap((record) =>
    record.type === "SRV" ? [record.data.target] : record.type === "NS" ? [record.data] : [],
  );
  const addresses = [...new Set(targets)].flatMap((target) =>
    records.at(target).filter(({ type }) => type === "A" || type === "AAAA"),
  );
  return addresses.filter((address) => !answers.includes(address));
}

const extensionsOf = (badVersion: boolean): OptAnswer => ({
  type: "OPT",
  name: ".",
  udpPayloadSize: LARGEST_DATAGRAM,
  extendedRcode: badVersion ? BAD_VERSION : 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
});

const datagramLimit = (extensions: OptAnswer | undefined): number =>
  Math.min(Math.max(extensions?.udpPayloadSize ?? 0, SMALLEST_DATAGRAM), LARGEST_DATAGRAM);
