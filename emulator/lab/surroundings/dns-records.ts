import type { Answer } from "dns-packet";

type SoaAnswer = Extract<Answer, { readonly type: "SOA" }>;

/** Records of a name server, found by name. Case does not matter. */
export class DnsRecords {
  readonly #byName = new Map<string, Answer[]>();
  /** Names that have records, and those above them: a name exists when one below it does (RFC 8020). */
  readonly #existing = new Set<string>();

  constructor(readonly all: readonly Answer[]) {
    for (const record of all) {
      const key = keyOf(record.name);
      const known = this.#byName.get(key);
      if (known) known.push(record);
      else this.#byName.set(key, [record]);
      for (const name of upwards(key)) this.#existing.add(name);
    }
  }

  without(isMissing: (record: Answer) => boolean): DnsRecords {
    return new DnsRecords(this.all.filter((record) => !isMissing(record)));
  }

  at(name: string): readonly Answer[] {
    return this.#byName.get(keyOf(name)) ?? [];
  }

  exists(name: string): boolean {
    return this.#existing.has(keyOf(name));
  }

  /** The SOA of the zone that a name is in: that of the name itself, or of the nearest above it that has one. */
  zoneOf(name: string): SoaAnswer | undefined {
    for (const above of upwards(keyOf(name))) {
      const soa = this.at(above).find((record) => record.type === "SOA");
      if (soa) return soa;
    }
    return undefined;
  }
}

const keyOf = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** A name and all above it, the root last: `a.b`, `b`, ``. */
function* upwards(name: string): Generator<string> {
  for (let rest = name; rest !== ""; rest = rest.includes(".") ? rest.slice(rest.indexOf(".") + 1) : "") yield rest;
  yield "";
}
