import { isIP } from "node:net";
import type { Answer, RecordType } from "dns-packet";
import type { CommandArguments, CommandResult } from "../commands/command-handler.ts";
import type { StatusValue, StatusValues } from "../status/status-values.ts";
import type { Resolver } from "./resolver.ts";

/** Administrator Guide, "DNS lookup": the services that are tried for a host without a leading underscore. */
const SERVICES = [
  "_h323ls._udp",
  "_h323rs._udp",
  "_h323cs._tcp",
  "_sips._tcp",
  "_sip._tcp",
  "_sip._udp",
  "_collab-edge._tls",
  "_cisco-uds._tcp",
  "_turn._udp",
  "_turn._tcp",
] as const;

const RECORD_TYPES: Readonly<Record<string, readonly RecordType[]>> = {
  all: ["A", "AAAA", "SRV", "NAPTR"],
  a: ["A"],
  aaaa: ["AAAA"],
  srv: ["SRV"],
  naptr: ["NAPTR"],
};

interface Question {
  readonly type: RecordType;
  /** Tried in order, until one has records. */
  readonly names: readonly string[];
}

/**
 * `xCommand DNSLookup`: asks the DNS servers of this peer and shows every record that comes back, in the columns of the
 * DNS lookup page. That a command without RecordType asks for all is assumed.
 */
export async function dnsLookup(
  resolver: Resolver,
  { Hostname: host = "", RecordType: type = "all" }: CommandArguments,
): Promise<CommandResult> {
  if (host === "") return { ok: false, reason: "Missing argument: Hostname" };
  if (isIP(host) === 6)
    return { ok: false, reason: `"${host}" is an IPv6 address: names and IPv4 addresses are looked up` };
  const replies = await Promise.all(questionsFor(resolver, host, type).map((question) => ask(resolver, question)));
  if (replies.every((reply) => reply === undefined)) return { ok: false, reason: "no DNS server answers" };
  const records = replies.flatMap((reply) => reply ?? []);
  if (records.length === 0) return { ok: false, reason: `no records of ${host} were found` };
  return { ok: true, values: { Record: new Map(records.map((record, place) => [place + 1, record])) } };
}

function questionsFor(resolver: Resolver, host: string, type: string): readonly Question[] {
  if (isIP(host) === 4) return [{ type: "PTR", names: [`${host.split(".").toReversed().join(".")}.in-addr.arpa`] }];
  return (RECORD_TYPES[type] ?? []).flatMap((record): readonly Question[] =>
    record === "SRV" && !host.startsWith("_")
      ? SERVICES.map((service) => ({
          type: record,
          names: resolver.candidates(host).map((name) => `${service}.${name}`),
        }))
      : [{ type: record, names: resolver.candidates(host) }],
  );
}

/** @returns undefined when no server answers */
async function ask(resolver: Resolver, { type, names }: Question): Promise<readonly StatusValue[] | undefined> {
  let answered = false;
  for (const name of names) {
    const answers = await new Promise<readonly Answer[] | undefined>((done) => resolver.lookUp(name, type, done));
    if (answers) answered = true;
    const records = (answers ?? []).flatMap((answer) => recordOf(type, answer));
    if (records.length > 0) return records;
  }
  return answered ? [] : undefined;
}

function recordOf(asked: RecordType, answer: Answer): readonly StatusValues[] {
  const response = responseOf(answer);
  if (response === undefined || !("ttl" in answer)) return [];
  const { name, ttl = 0, type } = answer;
  return [{ QueryType: asked, Name: name, TTL: ttl, Class: "IN", Type: type, Response: response }];
}

/** What a record says, as `dig` writes it. */
function responseOf(answer: Answer): string | undefined {
  switch (answer.type) {
    case "A":
    case "AAAA":
    case "CNAME":
    case "PTR":
      return answer.data;
    case "SRV":
      return [answer.data.priority ?? 0, answer.data.weight ?? 0, answer.data.port, answer.data.target].join(" ");
    case "NAPTR": {
      const { order, preference, flags, services, regexp, replacement } = answer.data;
      return `${order} ${preference} "${flags}" "${services}" "${regexp}" ${replacement || "."}`;
    }
    default:
      return undefined;
  }
}
