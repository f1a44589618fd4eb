import { integer, text, writeBer } from "./ber.ts";

/** What a server answers a bind, a search and an extended request with. */
export const resultTags = { bind: 0x61, search: 0x65, extended: 0x78 } as const;

export const resultMessage = (messageId: number, tag: number, code: number, message = ""): Buffer =>
  writeBer(0x30, integer(messageId), writeBer(tag, integer(code, 0x0a), text(""), text(message)));

export const entryMessage = (
  messageId: number,
  dn: string,
  attributes: Readonly<Record<string, readonly (string | Uint8Array)[]>>,
): Buffer => {
  const list = Object.entries(attributes).map(([name, values]) =>
    writeBer(0x30, text(name), writeBer(0x31, ...values.map((value) => writeBer(0x04, Buffer.from(value))))),
  );
  return writeBer(0x30, integer(messageId), writeBer(0x64, text(dn), writeBer(0x30, ...list)));
};

export const referenceMessage = (messageId: number, url: string): Buffer =>
  writeBer(0x30, integer(messageId), writeBer(0x73, text(url)));
