import { MalformedMessage } from "../malformed.ts";
import { readKnownChoice, writeChoice, type Choice } from "./choices.ts";
import { readAdditions } from "./extension-additions.ts";
import { ipv4Octets, ipv4Text, ipv6Octets, ipv6Text } from "../ip-octets.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import type { TransportAddress } from "./types.ts";

const transportAddress = {
  name: "TransportAddress",
  root: ["ipAddress", "ipSourceRoute", "ipxAddress", "ip6Address", "netBios", "nsap", "nonStandardAddress"],
  added: [],
} as const satisfies Choice;

const port = { name: "port", least: 0, most: 65_535 };

/** @throws RangeError */
export function writeTransportAddress(writer: PerWriter, address: TransportAddress): void {
  writeChoice(writer, transportAddress, address.kind, (contents) => {
    // Only this one of the two has an extension marker.
    if (address.kind === "ip6Address") contents.bit(false);
    contents.octets(address.kind === "ip6Address" ? ipv6Octets(address.ip) : ipv4Octets(address.ip));
    contents.integer(address.port, port);
  });
}

/** @throws MalformedMessage, also for addresses that are not of IP */
export function readTransportAddress(reader: PerReader): TransportAddress {
  const { kind, contents } = readKnownChoice(reader, transportAddress);
  switch (kind) {
    case "ipAddress":
      return { kind, ip: ipv4Text(contents.octets(4)), port: contents.integer(port) };
    case "ip6Address": {
      const extended = contents.bit();
      const address = { kind, ip: ipv6Text(contents.octets(16)), port: contents.integer(port) } as const;
      readAdditions(contents, extended);
      return address;
    }
    default:
      throw new MalformedMessage(`a TransportAddress is ${kind}, supported are ipAddress and ip6Address`);
  }
}
