import { Type } from "typebox";

const LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
const NAME = `${LABEL}(\\.${LABEL})*`;

/** RFC 1035, section 2.3.4: 255 bytes on the wire, without the dot at the end. */
export const LONGEST_NAME = 253;

/** A whole name of DNS, with or without the dot at its end. */
export const wholeName = (description: string) =>
  Type.String({
    pattern: `^(?=.{1,${LONGEST_NAME + 1}}$)${NAME}\\.?$`,
    description: `${description}, a whole name such as www.example.com`,
  });

/** A name in a zone. */
export const nameInZone = Type.Optional(
  Type.String({
    pattern: `^(@|${NAME})$`,
    description: "the name below the zone, or @ for the zone itself; by default @",
  }),
);

const upTo = (maximum: number, description: string) =>
  Type.Integer({ minimum: 0, maximum, description: `${description}, 0 to ${maximum}` });

export const number16 = (description: string) => upTo(65_535, description);

/** RFC 2181, section 8: times to live have 31 bits. */
export const number31 = (description: string) => upTo(2 ** 31 - 1, description);

/** A character string (RFC 1035, section 3.3). */
export const characters = (description: string) =>
  Type.String({ pattern: "^[ -~]{0,255}$", description: `${description}: up to 255 characters of ASCII` });

/** How long a record may be kept. */
export const ttlMember = number31("seconds that it may be kept");

const OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

export const ipv4Address = (description: string) => Type.String({ pattern: `^(${OCTET}\\.){3}${OCTET}$`, description });
