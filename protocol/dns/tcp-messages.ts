const LENGTH_BYTES = 2;

/** A message as it goes over TCP: its length in two bytes first (RFC 1035, section 4.2.2). */
export function tcpMessage(message: Uint8Array): Uint8Array {
  const framed = new Uint8Array(LENGTH_BYTES + message.length);
  new DataView(framed.buffer).setUint16(0, message.length);
  framed.set(message, LENGTH_BYTES);
  return framed;
}

/** Puts the messages together that come in pieces over one TCP connection. It keeps less than the largest message, 65,537 bytes. */
export class TcpMessages {
  #kept: Uint8Array = new Uint8Array();

  /** @returns the messages that are whole with this piece, each without its length */
  take(piece: Uint8Array): readonly Uint8Array[] {
    let rest: Uint8Array = Buffer.concat([this.#kept, piece]);
    const whole: Uint8Array[] = [];
    for (;;) {
      const end = LENGTH_BYTES + lengthOf(rest);
      if (rest.length < end) break;
      whole.push(rest.subarray(LENGTH_BYTES, end));
      rest = rest.subarray(end);
    }
    this.#kept = rest;
    return whole;
  }
}

/** What the first two bytes tell; more than there is while they are not there. */
const lengthOf = (data: Uint8Array): number =>
  data.length < LENGTH_BYTES ? 0 : new DataView(data.buffer, data.byteOffset).getUint16(0);
