import { isIPv4, isIPv6 } from "node:net";

/** @throws RangeError for what is no IPv4 address */
export function ipv4Octets(text: string): Uint8Array {
  if (!isIPv4(text)) throw new RangeError(`the address is ${JSON.stringify(text)}, allowed are IPv4 addresses`);
  return Uint8Array.from(text.split(".").map(Number));
}

export function ipv4Text(octets: Uint8Array): string {
  return octets.join(".");
}

/** @throws RangeError for what is no IPv6 address, or one with a zone */
export function ipv6Octets(text: string): Uint8Array {
  if (!isIPv6(text) || text.includes("%")) {
    throw new RangeError(`the address is ${JSON.stringify(text)}, allowed are IPv6 addresses without a zone`);
  }
  const [head = [], tail] = text.split("::").map(groupOctets);
  if (!tail) return Uint8Array.from(head);
  return Uint8Array.from([...head, ...Array.from({ length: 16 - head.length - tail.length }, () => 0), ...tail]);
}

/** The first octets of an IPv4 address that is mapped into IPv6. */
const MAPPED = "00000000000000000000ffff";

/** As RFC 5952 has it: no leading zeros, the first of the longest runs of zero groups left out, mapped IPv4 in dots. */
export function ipv6Text(octets: Uint8Array): string {
  if (Buffer.from(octets.subarray(0, 12)).toString("hex") === MAPPED) return `::ffff:${ipv4Text(octets.subarray(12))}`;
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((octets[at * 2] ?? 0) * 256 + (octets[at * 2 + 1] ?? 0)).toString(16),
  );
  const zeros = [
    ...groups
      .map((group) => (group === "0" ? "0" : "x"))
      .join("")
      .matchAll(/0{2,}/g),
  ];
  const longest = Math.max(...zeros.map(([run]) => run.length));
  const run = zeros.find(([each]) => each.length === longest);
  if (!run) return groups.join(":");
  return `${groups.slice(0, run.index).join(":")}::${groups.slice(run.index + longest).join(":")}`;
}

/**
 * The one spelling of an address that may be written in several; a mapped IPv4 address is that address.
 * @throws RangeError for an IPv6 address with a zone
 */
export function canonicalAddress(address: string): string {
  if (!address.includes(":")) return address;
  const octets = ipv6Octets(address);
  const text = ipv6Text(octets);
  return text.includes(".") ? ipv4Text(octets.subarray(12)) : text;
}

/** The last group may be an IPv4 address. */
function groupOctets(groups: string): number[] {
  if (groups === "") return [];
  return groups.split(":").flatMap((group) => {
    if (group.includes(".")) return [...ipv4Octets(group)];
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}
