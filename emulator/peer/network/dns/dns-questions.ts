import { isIP } from "node:net";
import type { RecordType } from "dns-packet";
import type { DigReply } from "../../../../protocol/dns/dig-text.ts";
import type { CommandArguments } from "../../core/command-handler.ts";

/** Whom the questions are put to. */
export interface NameQueries {
  /** The names to be tried for a name as it was typed. */
  candidates(name: string): readonly string[];
  query(
    name: string,
    type: RecordType,
    servers: readonly string[] | undefined,
    done: (reply: DigReply | undefined) => void,
  ): void;
}

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

/** RFC 1035, section 2.3.4. */
const LONGEST_LABEL = 63;

interface Question {
  readonly type: RecordType;
  /** Tried in order, until one has records. */
  readonly names: readonly string[];
}

/** What was asked in the end, and what came back: no reply is from nobody. */
export interface AskedQuestion {
  readonly name: string;
  readonly type: RecordType;
  readonly reply: DigReply | undefined;
}

/**
 * Asks all that a DNS lookup of a host asks. That one without RecordType asks for all is assumed.
 * @param servers their addresses; by default those of System > DNS
 */
export async function askAll(
  resolver: NameQueries,
  { Hostname: host = "", RecordType: type = "all" }: CommandArguments,
  servers?: readonly string[],
): Promise<
  { readonly ok: true; readonly asked: readonly AskedQuestion[] } | { readonly ok: false; readonly reason: string }
> {
  const reason = refusal(host);
  if (reason !== undefined) return { ok: false, reason };
  const questions = questionsFor(resolver, host, type);
  return { ok: true, asked: await Promise.all(questions.map((question) => ask(resolver, question, servers))) };
}

function refusal(host: string): string | undefined {
  if (host === "") return "Missing argument: Hostname";
  if (isIP(host) === 6) return `"${host}" is an IPv6 address: names and IPv4 addresses are looked up`;
  const labels = host.replace(/\.$/, "").split(".");
  return labels.every((label) => label !== "" && Buffer.byteLength(label) <= LONGEST_LABEL)
    ? undefined
    : `"${host}" is no name: its parts between dots have 1 to ${LONGEST_LABEL} characters`;
}

/** A service is looked up as one, as in the guide's Appendix 4, whatever else All asks for. */
function questionsFor(resolver: NameQueries, host: string, type: string): readonly Question[] {
  if (isIP(host) === 4) return [{ type: "PTR", names: [`${host.split(".").toReversed().join(".")}.in-addr.arpa`] }];
  const isService = host.startsWith("_");
  if (isService && type === "all") return [{ type: "SRV", names: resolver.candidates(host) }];
  return (RECORD_TYPES[type] ?? []).flatMap((record): readonly Question[] =>
    record === "SRV" && !isService
      ? SERVICES.map((service) => ({
          type: record,
          names: resolver.candidates(host).map((name) => `${service}.${name}`),
        }))
      : [{ type: record, names: resolver.candidates(host) }],
  );
}

async function ask(
  resolver: NameQueries,
  { type, names }: Question,
  servers: readonly string[] | undefined,
): Promise<AskedQuestion> {
  const asked: AskedQuestion[] = [];
  for (const name of names) {
    const reply = await new Promise<DigReply | undefined>((done) => resolver.query(name, type, servers, done));
    const question = { name, type, reply };
    if ((reply?.message.answers ?? []).length > 0) return question;
    asked.push(question);
  }
  const [first = { name: "", type, reply: undefined }] = asked;
  return asked.find(({ reply }) => reply !== undefined) ?? first;
}
