import type { Answer, DecodedPacket, Question } from "dns-packet";
import { absolute, recordData } from "./record-data.ts";

/** A DNS message and what whoever asked saw of its coming. */
export interface DigReply {
  readonly message: DecodedPacket;
  /** Bytes of the message as it came. */
  readonly size: number;
  /** Milliseconds from question to answer. */
  readonly took: number;
  /** The answer did not fit a datagram, and was asked for again. */
  readonly overTcp?: boolean;
  readonly server: { readonly address: string; readonly port: number };
  /** The wall time of the answer, milliseconds since 1970, UTC. */
  readonly at: number;
}

/** The version whose output the guide shows. */
const VERSION = "DiG 9.4.1";

/**
 * The output of dig for one question (cluster guide, Appendix 4: banner, header, sections, `Query time`), in the columns of dig itself.
 * @param words what was typed after `dig`
 * @param reply undefined when no server answered
 */
export function digText(words: string, reply: DigReply | undefined): string {
  const banner = `; <<>> ${VERSION} <<>> ${words}\n;; global options: printcmd\n`;
  if (!reply) return `${banner};; connection timed out; no servers could be reached\n`;
  const { message, size, took, overTcp, server, at } = reply;
  const { questions = [], answers = [], authorities = [], additionals = [] } = message;
  return [
    ...(overTcp ? [";; Truncated, retrying in TCP mode.", ""] : []),
    `${banner};; Got answer:`,
    `;; ->>HEADER<<- opcode: ${opcodeOf(message)}, status: ${statusOf(message)}, id: ${message.id ?? 0}`,
    `;; flags: ${flagsOf(message)}; QUERY: ${questions.length}, ANSWER: ${answers.length}, AUTHORITY: ${authorities.length}, ADDITIONAL: ${additionals.length}`,
    "",
    ...section("QUESTION", questions.map(questionLine)),
    ...section("ANSWER", answers.map(recordLine)),
    ...section("AUTHORITY", authorities.map(recordLine)),
    ...section("ADDITIONAL", additionals.map(recordLine)),
    `;; Query time: ${Math.round(took)} msec`,
    `;; SERVER: ${server.address}#${server.port}(${server.address})`,
    `;; WHEN: ${when(at)}`,
    `;; MSG SIZE  rcvd: ${size}`,
    "",
  ].join("\n");
}

/** Names of opcodes and response codes, by number (RFC 6895, sections 2.2 and 2.3). */
const OPCODES = ["QUERY", "IQUERY", "STATUS", "RESERVED3", "NOTIFY", "UPDATE"] as const;
const STATUSES = [
  "NOERROR",
  "FORMERR",
  "SERVFAIL",
  "NXDOMAIN",
  "NOTIMP",
  "REFUSED",
  "YXDOMAIN",
  "YXRRSET",
  "NXRRSET",
  "NOTAUTH",
  "NOTZONE",
] as const;

function opcodeOf({ flags = 0 }: DecodedPacket): string {
  const opcode = (flags >> 11) & 0xf;
  return OPCODES[opcode] ?? `RESERVED${opcode}`;
}

function statusOf({ flags = 0 }: DecodedPacket): string {
  const code = flags & 0xf;
  return STATUSES[code] ?? `RESERVED${code}`;
}

const section = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`;; ${name} SECTION:`, ...lines, ""];

function flagsOf(message: DecodedPacket): string {
  const { flag_qr: qr, flag_aa: aa, flag_tc: tc, flag_rd: rd, flag_ra: ra, flag_ad: ad, flag_cd: cd } = message;
  return Object.entries({ qr, aa, tc, rd, ra, ad, cd })
    .filter(([, set]) => set)
    .map(([flag]) => flag)
    .join(" ");
}

const questionLine = ({ name, class: kind = "IN", type }: Question): string =>
  `;${columns(absolute(name), { class: kind, type })}`;

function recordLine(record: Answer): string {
  const { name, type } = record;
  const ttl = "ttl" in record ? (record.ttl ?? 0) : 0;
  const kind = "class" in record ? (record.class ?? "IN") : "IN";
  const data = recordData(record) ?? unknownData("data" in record ? record.data : undefined);
  return columns(absolute(name), { ttl: String(ttl), class: kind, type, data });
}

/** Data of a type that has no form of its own (RFC 3597, section 5). */
function unknownData(data: unknown): string {
  const bytes = data instanceof Uint8Array ? Buffer.from(data) : Buffer.alloc(0);
  return bytes.length === 0 ? "\\# 0" : `\\# ${bytes.length} ${bytes.toString("hex").toUpperCase()}`;
}

/** Where the columns of dig begin: TTL, class, type, data. */
const COLUMNS = { ttl: 24, class: 32, type: 40, data: 48 } as const;
const TAB = 8;

/** A name, and what follows it in columns. As in BIND, a text that is too long pushes the next one by a space, or to the next tab. */
function columns(name: string, cells: Partial<Record<keyof typeof COLUMNS, string>>): string {
  let line = name;
  let width = name.length;
  for (const [column, text] of Object.entries(cells)) {
    const start = Math.max(COLUMNS[column as keyof typeof COLUMNS], width + 1);
    const tabs = Math.floor(start / TAB) - Math.floor(width / TAB);
    const spaces = start - (tabs > 0 ? start - (start % TAB) : width);
    line += "\t".repeat(tabs) + " ".repeat(spaces) + text;
    width = start + text.length;
  }
  return line;
}

/** `Mon Dec  9 10:00:00 2013`, the way of C's ctime. */
function when(at: number): string {
  const [weekday = "", day = "", month = "", year = "", time = ""] = new Date(at).toUTCString().split(/,? /);
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}
