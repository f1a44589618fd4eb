import type { TextFormat } from "../../model/types.ts";

interface FormatRule {
  readonly matches: (text: string) => boolean;
  /** What is allowed, as the end of a sentence. */
  readonly allowed: string;
}

const ipv4Pattern = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const hexGroup = /^[0-9a-f]{1,4}$/i;
const hostNamePattern = /^[a-z](?:[a-z0-9_-]*[a-z0-9])?$/i;
const hostLabel = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i;
const clusterLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** Whether a text is an IPv4 address in dotted form, without leading zeros. */
function isIpv4Address(text: string): boolean {
  return ipv4Pattern.test(text);
}

/** Whether a text is an IPv6 address (RFC 4291 section 2.2), without a zone and without brackets. */
function isIpv6Address(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [position, half] of halves.entries()) {
    const counted = countGroups(half, position === halves.length - 1);
    if (counted === undefined) return false;
    groups += counted;
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

/** What a text of this format has to look like; the reasons of refused values end with `allowed`. */
export const textFormats: Readonly<Record<TextFormat, FormatRule>> = {
  ipv4Address: { matches: isIpv4Address, allowed: "an IPv4 address such as 192.0.2.1" },
  ipAddress: {
    matches: isAddress,
    allowed: "an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1",
  },
  hostOrAddress: {
    matches: (text) => isAddress(text) || isQualifiedName(text),
    allowed: "an IP address or a host name such as ntp.example.com",
  },
  // Administrator guide, DNS: first a letter, last a letter or a digit.
  hostName: {
    matches: (text) => hostNamePattern.test(text),
    allowed: "letters, digits, hyphens and underscores, the first a letter, the last a letter or digit",
  },
  digits: { matches: (text) => /^[0-9]+$/.test(text), allowed: "digits alone" },
  // Administrator guide, clustering: the form of a cluster name.
  clusterName: {
    matches: isClusterName,
    allowed:
      "labels of letters, digits and hyphens with dots between, no hyphen at either end, the last label starting with a letter",
  },
};

function isAddress(text: string): boolean {
  return isIpv4Address(text) || isIpv6Address(text);
}

/** The number of 16-bit groups in one side of `::`, undefined when one is malformed. The last may be an IPv4 address. */
function countGroups(side: string, last: boolean): number | undefined {
  if (side === "") return 0;
  const groups = side.split(":");
  let count = 0;
  for (const [position, group] of groups.entries()) {
    if (hexGroup.test(group)) count += 1;
    else if (last && position === groups.length - 1 && isIpv4Address(group)) count += 2;
    else return undefined;
  }
  return count;
}

function isQualifiedName(text: string): boolean {
  const labels = text.split(".");
  // A name whose last label is a number would be a mistyped address (RFC 1123 section 2.1).
  return labels.every((label) => hostLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

function isClusterName(text: string): boolean {
  const labels = text.split(".");
  return labels.every((label) => clusterLabel.test(label)) && /^[a-z]/i.test(labels.at(-1) ?? "");
}
