import type { Answer } from "dns-packet";

/** How names are written in a record's data. */
export type NameForm = (name: string) => string;

/** With the final dot, as zone files have them. */
export const absolute: NameForm = (name) => (name === "." || name === "" ? "." : `${name}.`);

/** What a record says, as zone files and `dig` write it; undefined for types that have no form here. */
export function recordData(answer: Answer, nameForm: NameForm = absolute): string | undefined {
  switch (answer.type) {
    case "A":
    case "AAAA":
      return answer.data;
    case "CNAME":
    case "DNAME":
    case "NS":
    case "PTR":
      return nameForm(answer.data);
    case "MX":
      return `${answer.data.preference ?? 0} ${nameForm(answer.data.exchange)}`;
    case "SRV": {
      const { priority = 0, weight = 0, port, target } = answer.data;
      return `${priority} ${weight} ${port} ${nameForm(target)}`;
    }
    case "NAPTR": {
      const { order, preference, flags, services, regexp, replacement } = answer.data;
      const texts = [flags, services, regexp].map(quoted).join(" ");
      return `${order} ${preference} ${texts} ${replacement === "" ? "." : nameForm(replacement)}`;
    }
    case "SOA": {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = answer.data;
      return `${nameForm(mname)} ${nameForm(rname)} ${serial} ${refresh} ${retry} ${expire} ${minimum}`;
    }
    case "TXT":
      return texts(answer.data).map(quoted).join(" ");
    default:
      return undefined;
  }
}

const texts = (data: string | Buffer | readonly (string | Buffer)[]): string[] =>
  (typeof data === "string" || data instanceof Uint8Array ? [data] : data).map((text) =>
    typeof text === "string" ? text : text.toString("latin1"),
  );

/** A character string (RFC 1035, section 5.1): quotes and backslashes are marked, other bytes than ASCII's visible ones are numbers. */
function quoted(text: string): string {
  const escaped = Buffer.from(text, "latin1").reduce((before, byte) => before + escapedByte(byte), "");
  return `"${escaped}"`;
}

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === "\\") return `\\${character}`;
  return byte >= 0x20 && byte < 0x7f ? character : `\\${String(byte).padStart(3, "0")}`;
}
