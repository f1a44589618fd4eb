import { MalformedMessage } from "../malformed.ts";
import {
  attributeTypes,
  errorCode,
  evenPort,
  fixedOctets,
  flag,
  number,
  octets,
  plainAddress,
  text,
  xoredAddress,
  type TransportAddress,
  type ValueCodec,
} from "./attribute-values.ts";

/** What the attributes of a message say. Numbers of seconds, channels and protocols are whole. */
export interface StunAttributes {
  readonly mappedAddress?: TransportAddress;
  readonly username?: string;
  readonly errorCode?: { readonly code: number; readonly reason: string };
  readonly unknownAttributes?: readonly number[];
  readonly realm?: string;
  readonly nonce?: string;
  readonly xorMappedAddress?: TransportAddress;
  readonly software?: string;
  readonly alternateServer?: TransportAddress;
  readonly channelNumber?: number;
  /** Seconds. */
  readonly lifetime?: number;
  /** The only one that may come several times. */
  readonly xorPeerAddress?: readonly TransportAddress[];
  readonly data?: Uint8Array;
  readonly xorRelayedAddress?: TransportAddress;
  /** RFC 6156: 1 is IPv4, 2 is IPv6. */
  readonly requestedAddressFamily?: number;
  readonly evenPort?: { readonly reserveNext: boolean };
  /** A protocol of IP: 17 is UDP. */
  readonly requestedTransport?: number;
  readonly dontFragment?: true;
  readonly reservationToken?: Uint8Array;
}

interface AttributeType<Value> {
  readonly type: number;
  readonly name: string;
  readonly value: ValueCodec<Value>;
}

type OneValue<Name extends keyof StunAttributes> = Name extends "xorPeerAddress"
  ? TransportAddress
  : NonNullable<StunAttributes[Name]>;

/** RFC 5389, section 18.2, RFC 5766, section 14, and RFC 6156, section 4.1. */
export const attributes: { readonly [Name in keyof Required<StunAttributes>]: AttributeType<OneValue<Name>> } = {
  mappedAddress: { type: 0x0001, name: "MAPPED-ADDRESS", value: plainAddress },
  username: { type: 0x0006, name: "USERNAME", value: text(513) },
  errorCode: { type: 0x0009, name: "ERROR-CODE", value: errorCode },
  unknownAttributes: { type: 0x000a, name: "UNKNOWN-ATTRIBUTES", value: attributeTypes },
  channelNumber: { type: 0x000c, name: "CHANNEL-NUMBER", value: number(2) },
  lifetime: { type: 0x000d, name: "LIFETIME", value: number(4) },
  xorPeerAddress: { type: 0x0012, name: "XOR-PEER-ADDRESS", value: xoredAddress },
  data: { type: 0x0013, name: "DATA", value: octets },
  realm: { type: 0x0014, name: "REALM", value: text(763) },
  nonce: { type: 0x0015, name: "NONCE", value: text(763) },
  xorRelayedAddress: { type: 0x0016, name: "XOR-RELAYED-ADDRESS", value: xoredAddress },
  requestedAddressFamily: { type: 0x0017, name: "REQUESTED-ADDRESS-FAMILY", value: number(1) },
  evenPort: { type: 0x0018, name: "EVEN-PORT", value: evenPort },
  requestedTransport: { type: 0x0019, name: "REQUESTED-TRANSPORT", value: number(1) },
  dontFragment: { type: 0x001a, name: "DONT-FRAGMENT", value: flag },
  xorMappedAddress: { type: 0x0020, name: "XOR-MAPPED-ADDRESS", value: xoredAddress },
  reservationToken: { type: 0x0022, name: "RESERVATION-TOKEN", value: fixedOctets(8) },
  software: { type: 0x8022, name: "SOFTWARE", value: text(763) },
  alternateServer: { type: 0x8023, name: "ALTERNATE-SERVER", value: plainAddress },
};

export type AttributeName = keyof typeof attributes;

const byType: ReadonlyMap<number, AttributeName> = new Map(
  Object.entries(attributes).map(([name, { type }]) => [type, name as AttributeName]),
);

/** An attribute as it lies in a message. */
export interface RawAttribute {
  readonly type: number;
  readonly value: Uint8Array;
}

/** In the order of the table. @throws RangeError naming the attribute, its value and those allowed */
export function writeAttributes(said: StunAttributes, transactionId: Uint8Array): RawAttribute[] {
  return Object.entries(attributes).flatMap(([name, { type, name: printed, value: codec }]) => {
    const value: unknown = said[name as AttributeName];
    if (value === undefined) return [];
    const write = codec.write as ValueCodec<unknown>["write"];
    const values: readonly unknown[] = name === "xorPeerAddress" ? (value as readonly unknown[]) : [value];
    try {
      return values.map((one) => ({ type, value: write(one, transactionId) }));
    } catch (error) {
      throw error instanceof RangeError ? new RangeError(`${printed}: ${error.message}`) : error;
    }
  });
}

/** What was read of the attributes of a message. */
export interface ReadAttributes {
  readonly said: StunAttributes;
  /** Types that are not known and that RFC 5389, section 15, does not let one ignore. */
  readonly notUnderstood: readonly number[];
  /** What is wrong with the first value that cannot be read. */
  readonly flaw?: string;
}

/** Types from here on may be ignored by whoever does not know them. */
const FIRST_OPTIONAL = 0x8000;

/** Of an attribute that comes again only the first counts, but for XOR-PEER-ADDRESS. */
export function readAttributes(raw: readonly RawAttribute[], transactionId: Uint8Array): ReadAttributes {
  const said: Partial<Record<AttributeName, unknown>> = {};
  const notUnderstood = new Set<number>();
  let flaw: string | undefined;
  for (const { type, value } of raw) {
    const name = byType.get(type);
    if (!name) {
      if (type < FIRST_OPTIONAL) notUnderstood.add(type);
      continue;
    }
    try {
      const read = attributes[name].value.read(value, transactionId);
      if (name === "xorPeerAddress") said[name] = [...((said[name] as unknown[] | undefined) ?? []), read];
      else said[name] ??= read;
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      flaw ??= `${attributes[name].name}: ${error.message}`;
    }
  }
  return { said: said as StunAttributes, notUnderstood: [...notUnderstood], ...(flaw !== undefined && { flaw }) };
}
