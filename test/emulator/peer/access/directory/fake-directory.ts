import type { Endpoint } from "../../../../../emulator/world/endpoint.ts";
import type { Connection, Listener, Network } from "../../../../../emulator/world/network.ts";
import { LdapFrames } from "../../../../../protocol/ldap/frames.ts";
import { type Ber, numberOf, readBer } from "../../../../protocol/ldap/ber.ts";
import { entryMessage, resultMessage, resultTags } from "../../../../protocol/ldap/ldap-server-messages.ts";

export interface FakeEntry {
  readonly dn: string;
  readonly password?: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const SUCCESS = 0;
const NO_SUCH_OBJECT = 32;
const INVALID_CREDENTIALS = 49;

/** A directory server in a test's world: binds with passwords, finds what equals, and remembers what it was asked. */
export class FakeDirectory {
  /** `bind uid=alice`, `search ou=people` and `unbind`, in order. */
  readonly asked: string[] = [];
  /** Set by a test: what is sent in place of every answer. */
  instead: Uint8Array | undefined;

  private constructor(private readonly entries: readonly FakeEntry[]) {}

  static async listen(
    network: Network,
    at: Endpoint,
    entries: readonly FakeEntry[],
  ): Promise<{ directory: FakeDirectory; listener: Listener }> {
    const directory = new FakeDirectory(entries);
    return { directory, listener: await network.listen(at, (connection) => directory.#serve(connection)) };
  }

  #serve(connection: Connection): void {
    const frames = new LdapFrames();
    connection.onData((data) => {
      for (const frame of frames.take(data)) {
        const [id, operation] = readBer(frame).parts;
        if (!id || !operation) throw new Error("not a request");
        for (const answer of this.#answer(numberOf(id), operation)) connection.send(this.instead ?? answer);
      }
    });
  }

  #answer(id: number, { tag, parts }: Ber): readonly Uint8Array[] {
    const text = (place: number): string => parts[place]?.bytes.toString("utf8") ?? "";
    if (tag === 0x60) {
      this.asked.push(`bind ${text(1)}`);
      const right = this.entries.some(({ dn, password }) => dn === text(1) && password === text(2));
      return [resultMessage(id, resultTags.bind, right ? SUCCESS : INVALID_CREDENTIALS)];
    }
    if (tag === 0x42) this.asked.push("unbind");
    if (tag !== 0x63) return [];
    this.asked.push(`search ${text(0)}`);
    const below = this.entries.filter(({ dn }) => dn.endsWith(text(0)));
    if (below.length === 0) return [resultMessage(id, resultTags.search, NO_SUCH_OBJECT)];
    const found = below.filter((entry) => matches(entry, parts[6]));
    return [
      ...found.map(({ dn, attributes }) => entryMessage(id, dn, attributes)),
      resultMessage(id, resultTags.search, SUCCESS),
    ];
  }
}

/** An "or" of equality matches; the presence of a class matches everything. */
function matches({ attributes }: FakeEntry, filter: Ber | undefined): boolean {
  if (filter?.tag !== 0xa1) return filter?.tag === 0x87;
  return filter.parts.some(({ parts }) => {
    const [name = "", value = ""] = parts.map(({ bytes }) => bytes.toString("utf8"));
    return Object.entries(attributes).some(
      ([attribute, values]) => attribute.toLowerCase() === name.toLowerCase() && values.includes(value),
    );
  });
}
