/** The addresses that begin with the same bits. */
export interface AddressRange {
  readonly family: 4 | 6;
  /** The first address, as a number. */
  readonly first: bigint;
  readonly last: bigint;
}

interface NumericAddress {
  readonly family: 4 | 6;
  readonly number: bigint;
}

/** How many bits the addresses of a family have. */
export const bitsOf = (address: string): 32 | 128 => (address.includes(":") ? 128 : 32);

/**
 * The range that an address and a prefix length make.
 * @param address IPv4 or IPv6, well formed
 * @param prefixLength no longer than the addresses of the family
 */
export function rangeOf(address: string, prefixLength: number): AddressRange {
  const { family, number } = numericAddress(address);
  const hostBits = BigInt(bitsOf(address) - prefixLength);
  const first = (number >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n };
}

/** Whether an address lies in a range. One that is mapped from IPv4 into IPv6 counts as what it was. */
export function isInRange(address: string, { family, first, last }: AddressRange): boolean {
  const plain = address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
  const numeric = numericAddress(plain);
  return numeric.family === family && numeric.number >= first && numeric.number <= last;
}

/** `198.51.100.0 - 198.51.100.255`, as the pages show it. */
export const formatRange = ({ family, first, last }: AddressRange): string =>
  `${formatAddress(family, first)} - ${formatAddress(family, last)}`;

function numericAddress(address: string): NumericAddress {
  if (!address.includes(":")) return { family: 4, number: ipv4Number(address) };
  const groups = ipv6Groups(address);
  return { family: 6, number: groups.reduce((number, group) => (number << 16n) | BigInt(group), 0n) };
}

const ipv4Number = (address: string): bigint =>
  address.split(".").reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

function ipv6Groups(address: string): number[] {
  const [left = "", right] = address.split("::");
  const before = groupsOf(left);
  if (right === undefined) return before;
  const after = groupsOf(right);
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/** The groups on one side of `::`; the last may be an IPv4 address. */
const groupsOf = (side: string): number[] =>
  (side === "" ? [] : side.split(":")).flatMap((group) => {
    if (!group.includes(".")) return [Number.parseInt(group, 16)];
    const number = Number(ipv4Number(group));
    return [number >>> 16, number & 0xffff];
  });

function formatAddress(family: 4 | 6, number: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join(".");
  return shortest(
    Array.from({ length: 8 }, (_, place) => ((number >> BigInt(112 - 16 * place)) & 0xffffn).toString(16)),
  );
}

/** The longest run of zeros, the first of equals, becomes `::` (RFC 5952). */
function shortest(groups: readonly string[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === "0") length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length === 1) return groups.join(":");
  return `${groups.slice(0, best.start).join(":")}::${groups.slice(best.start + best.length).join(":")}`;
}
