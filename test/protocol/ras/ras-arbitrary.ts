import * as fc from "fast-check";
import {
  addedRejectReasons,
  firstRejectReasons,
  privateTypesOfNumber,
  publicTypesOfNumber,
  securityErrors,
  type AliasAddress,
  type LocationRejectReason,
  type NonStandardParameter,
  type OpaqueChoice,
  type PartyNumber,
  type RasMessage,
  type TransportAddress,
} from "../../../protocol/ras/types.ts";

/** What the fields of generated messages may be. */
interface Material {
  /** Of 1 to so many characters. */
  readonly bmp: (most: number) => fc.Arbitrary<string>;
  readonly ascii: (most: number) => fc.Arbitrary<string>;
  readonly objectIdentifier: fc.Arbitrary<string>;
  readonly data: fc.Arbitrary<Uint8Array>;
  /** Alternatives that have no name. */
  readonly opaque: boolean;
}

function objectIdentifiers(largestArc: bigint): fc.Arbitrary<string> {
  const rest = fc.array(fc.bigInt({ min: 0n, max: largestArc }), { maxLength: 6 });
  const head = fc.oneof(
    fc.tuple(fc.bigInt(0n, 1n), fc.bigInt(0n, 39n)),
    fc.tuple(fc.constant(2n), fc.bigInt({ min: 0n, max: largestArc })),
  );
  return fc.tuple(head, rest).map(([first, more]) => [...first, ...more].join("."));
}

const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
const asciiCharacter = fc.nat(127).map((code) => String.fromCharCode(code));

/** All that the standard allows. */
export const anything: Material = {
  bmp: (most) => fc.string({ unit: codeUnit, minLength: 1, maxLength: most, size: "max" }),
  ascii: (most) => fc.string({ unit: asciiCharacter, minLength: 1, maxLength: most, size: "max" }),
  objectIdentifier: objectIdentifiers(2n ** 128n - 1n),
  data: fc.oneof(
    { weight: 100, arbitrary: fc.uint8Array({ maxLength: 300, size: "max" }) },
    { weight: 1, arbitrary: fc.nat(70_000).map((length) => new Uint8Array(length).fill(length & 255)) },
  ),
  opaque: true,
};

/** What a dissector can print as it is. */
export const printable: Material = {
  bmp: (most) => fc.stringMatching(new RegExp(`^[!-~à-žЀ-я]{1,${Math.min(most, 30)}}$`)),
  ascii: () => fc.stringMatching(/^[!-~]{1,40}$/),
  objectIdentifier: objectIdentifiers(2n ** 31n - 1n),
  data: fc.uint8Array({ maxLength: 300, size: "max" }),
  opaque: false,
};

export const digits = fc.stringMatching(/^[0-9#*,]{1,128}$/);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const requestSeqNum = fc.integer({ min: 1, max: 65_535 });
const port = fc.nat(65_535);

const transportAddress: fc.Arbitrary<TransportAddress> = fc.oneof(
  fc.record({ kind: fc.constant("ipAddress" as const), ip: fc.ipV4(), port }),
  fc.record({
    kind: fc.constant("ip6Address" as const),
    ip: fc.constantFrom(
      "::",
      "::1",
      "2001:db8::1",
      "fe80::1:0:0:2",
      "2001:db8:0:1:1:1:1:1",
      "1:2:3:4:5:6:7:8",
      "::ffff:10.0.0.1",
    ),
    port,
  }),
);

const partyNumber: fc.Arbitrary<PartyNumber> = fc.oneof(
  fc.record({
    kind: fc.constant("e164Number" as const),
    typeOfNumber: fc.constantFrom(...publicTypesOfNumber),
    digits,
  }),
  fc.record({
    kind: fc.constant("privateNumber" as const),
    typeOfNumber: fc.constantFrom(...privateTypesOfNumber),
    digits,
  }),
  fc.record({
    kind: fc.constantFrom("dataPartyNumber", "telexPartyNumber", "nationalStandardPartyNumber"),
    digits,
  }),
);

/** Alternatives from this one on, of those behind the extension marker. */
const opaqueFrom = (least: number): fc.Arbitrary<OpaqueChoice> =>
  fc.record({
    kind: fc.constant("opaque" as const),
    index: fc.oneof(fc.integer({ min: least, max: 70 }), fc.integer({ min: least, max: 65_535 })),
    encoding: fc.uint8Array({ maxLength: 20 }),
  });

const aliases = ({ bmp, ascii, opaque }: Material): fc.Arbitrary<AliasAddress[]> =>
  fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("dialedDigits" as const), value: digits }),
      fc.record({ kind: fc.constant("h323-ID" as const), value: bmp(256) }),
      fc.record({ kind: fc.constantFrom("url-ID", "email-ID"), value: ascii(512) }),
      fc.record({ kind: fc.constant("transportID" as const), address: transportAddress }),
      fc.record({ kind: fc.constant("partyNumber" as const), number: partyNumber }),
      ...(opaque ? [opaqueFrom(4)] : []),
    ),
    { maxLength: 6 },
  );

const nonStandardParameter = (material: Material): fc.Arbitrary<NonStandardParameter> =>
  fc.record({
    identifier: fc.oneof(
      fc.record({ kind: fc.constant("object" as const), object: material.objectIdentifier }),
      fc.record({
        kind: fc.constant("h221NonStandard" as const),
        t35CountryCode: fc.nat(255),
        t35Extension: fc.nat(255),
        manufacturerCode: fc.nat(65_535),
      }),
    ),
    data: material.data,
  });

const rejectReason = ({ opaque }: Material): fc.Arbitrary<LocationRejectReason> =>
  fc.oneof(
    fc.constantFrom(...firstRejectReasons, ...addedRejectReasons).chain((kind): fc.Arbitrary<LocationRejectReason> => {
      if (kind === "routeCalltoSCN") {
        return fc.record({ kind: fc.constant(kind), partyNumbers: fc.array(partyNumber, { maxLength: 4 }) });
      }
      if (kind === "securityError") {
        return fc.record({ kind: fc.constant(kind), error: fc.constantFrom(...securityErrors) });
      }
      return fc.constant({ kind });
    }),
    ...(opaque ? [opaqueFrom(addedRejectReasons.length)] : []),
  );

/** Each kind of message, with and without each optional field. */
export function rasMessages(material: Material): fc.Arbitrary<RasMessage> {
  const nonStandardData = nonStandardParameter(material);
  const destinationInfo = aliases(material);
  const all = fc.oneof(
    fc.record({
      kind: fc.constant("locationRequest" as const),
      requestSeqNum,
      endpointIdentifier: optional(material.bmp(128)),
      destinationInfo,
      nonStandardData: optional(nonStandardData),
      replyAddress: transportAddress,
      sourceInfo: optional(destinationInfo),
      canMapAlias: optional(fc.boolean()),
      gatekeeperIdentifier: optional(material.bmp(128)),
      hopCount: optional(fc.integer({ min: 1, max: 255 })),
    }),
    fc.record({
      kind: fc.constant("locationConfirm" as const),
      requestSeqNum,
      callSignalAddress: transportAddress,
      rasAddress: transportAddress,
      nonStandardData: optional(nonStandardData),
      destinationInfo: optional(destinationInfo),
    }),
    fc.record({
      kind: fc.constant("locationReject" as const),
      requestSeqNum,
      rejectReason: rejectReason(material),
      nonStandardData: optional(nonStandardData),
    }),
    fc.record({ kind: fc.constant("nonStandardMessage" as const), requestSeqNum, nonStandardData }),
  );
  return all.map((message) => withoutAbsent(message) as RasMessage);
}

function withoutAbsent(message: object): object {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
}
