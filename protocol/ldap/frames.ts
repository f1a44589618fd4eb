import { asn1Tags, readHeader } from "../asn1/element.ts";
import { MalformedMessage } from "../malformed.ts";

/** No answer that a peer asks for comes near it: whoever sends more is not to fill the memory. */
const LARGEST_BYTES = 1024 * 1024;

/** Cuts a stream of bytes into LDAP messages, which are BER sequences (RFC 4511, 5.1). */
export class LdapFrames {
  #rest: Uint8Array = new Uint8Array();

  /**
   * Adds what has come in. @returns the messages that are whole now
   * @throws MalformedMessage when what comes cannot be LDAP; nothing more can be read then
   */
  take(data: Uint8Array): readonly Uint8Array[] {
    this.#rest = Buffer.concat([this.#rest, data]);
    const whole: Uint8Array[] = [];
    for (let length = lengthOf(this.#rest); length !== undefined && length <= this.#rest.length;) {
      whole.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
      length = lengthOf(this.#rest);
    }
    return whole;
  }
}

/** The bytes of the message at the beginning, header included; undefined while its header is not there. */
function lengthOf(bytes: Uint8Array): number | undefined {
  const [tag = asn1Tags.sequence] = bytes;
  if (tag !== asn1Tags.sequence) throw new MalformedMessage(`an LDAP message begins with 0x30, not ${tag}`);
  const start = readHeader(bytes);
  if (!start) return undefined;
  if (start.content > LARGEST_BYTES)
    throw new MalformedMessage(`an LDAP message of ${start.content} bytes is too large`);
  return start.header + start.content;
}
