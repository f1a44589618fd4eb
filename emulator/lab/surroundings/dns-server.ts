import dnsPacket, { type Answer, type DecodedPacket } from "dns-packet";
import type { DatagramSocket, Network } from "../../world/network.ts";
import type { Occurrence } from "../../world/occurrence.ts";

const DNS_PORT = 53;

const STANDARD_QUERY = 0;
const OPCODE_SHIFT = 11;

/** Response codes (RFC 1035, section 4.1.1). */
const NOT_IMPLEMENTED = 4;
const NAME_ERROR = 3;

/** What the server does wrong on purpose. */
export interface DnsMistake {
  readonly concerns: (client: string) => boolean;
  readonly occurrence: Occurrence;
  readonly effect:
    { readonly kind: "silent" } | { readonly kind: "missing"; readonly isMissing: (record: Answer) => boolean };
}

/** The lab's name server: authoritative for its records, and for nothing else. */
export class DnsServer {
  #socket: DatagramSocket | undefined;
  readonly #mistakes = new Set<DnsMistake>();

  constructor(
    private readonly network: Network,
    private readonly address: string,
    private readonly records: readonly Answer[],
  ) {}

  async start(): Promise<void> {
    this.#socket = await this.network.bind({ address: this.address, port: DNS_PORT }, (data, from) => {
      const effects = this.#effectsFor(from.address);
      if (effects.some(({ kind }) => kind === "silent")) return;
      const missing = effects.flatMap((effect) => (effect.kind === "missing" ? [effect.isMissing] : []));
      const records = this.records.filter((record) => !missing.some((isMissing) => isMissing(record)));
      const answer = answerQuery(data, records);
      if (answer) this.#socket?.send(answer, from);
    });
  }

  stop(): void {
    this.#socket?.close();
  }

  /** Makes the server do something wrong. @returns what ends that */
  add(mistake: DnsMistake): () => void {
    this.#mistakes.add(mistake);
    return () => void this.#mistakes.delete(mistake);
  }

  #effectsFor(client: string): DnsMistake["effect"][] {
    return [...this.#mistakes]
      .filter(({ concerns, occurrence }) => concerns(client) && occurrence.fires())
      .map(({ effect }) => effect);
  }
}

/** @returns undefined for what is not a query */
export function answerQuery(data: Uint8Array, records: readonly Answer[]): Uint8Array | undefined {
  let query: DecodedPacket;
  try {
    query = dnsPacket.decode(Buffer.from(data));
  } catch {
    return undefined;
  }
  const [question] = query.questions ?? [];
  if (query.type !== "query" || !question) return undefined;
  const opcode = ((query.flags ?? 0) >> OPCODE_SHIFT) & 0xf;
  const wanted = question.name.toLowerCase();
  const answers = opcode === STANDARD_QUERY ? records.filter((record) => answersTo(record, wanted, question.type)) : [];
  // The addresses of the hosts that an answer names come with it, as guide Appendix 4 shows.
  const targets = new Set(answers.flatMap((record) => (record.type === "SRV" ? [record.data.target] : [])));
  const additionals = records.filter((record) => record.type === "A" && targets.has(record.name));
  const code = opcode !== STANDARD_QUERY ? NOT_IMPLEMENTED : isKnown(wanted, records) ? 0 : NAME_ERROR;
  return dnsPacket.encode({
    type: "response",
    id: query.id ?? 0,
    flags:
      (opcode << OPCODE_SHIFT) |
      dnsPacket.AUTHORITATIVE_ANSWER |
      (query.flag_rd ? dnsPacket.RECURSION_DESIRED : 0) |
      code,
    questions: [question],
    answers,
    additionals,
  });
}

function answersTo(record: Answer, name: string, type: string): boolean {
  return record.name.toLowerCase() === name && (type === "ANY" || record.type === type);
}

/** A name that has no records of its own exists when one below it does (RFC 8020). */
function isKnown(name: string, records: readonly Answer[]): boolean {
  return records.some((record) => record.name.toLowerCase() === name || record.name.toLowerCase().endsWith(`.${name}`));
}
