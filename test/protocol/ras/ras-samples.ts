import type { RasMessage } from "../../../protocol/ras/types.ts";

interface Sample {
  readonly name: string;
  readonly hex: string;
  readonly message: RasMessage;
}

const manufacturer = { kind: "h221NonStandard", t35CountryCode: 181, t35Extension: 0, manufacturerCode: 18 } as const;

/** One of each kind. Erlang's ASN.1 compiler encodes them to the same octets, and tshark shows these fields. */
export const samples: readonly Sample[] = [
  {
    name: "locationRequest",
    hex: "480000000140020062006f0062000a4d000b06b7",
    message: {
      kind: "locationRequest",
      requestSeqNum: 1,
      destinationInfo: [{ kind: "h323-ID", value: "bob" }],
      replyAddress: { kind: "ipAddress", ip: "10.77.0.11", port: 1719 },
    },
  },
  {
    name: "locationConfirm",
    hex: "4c0000000a4d000c06c2000a4d000c06b7",
    message: {
      kind: "locationConfirm",
      requestSeqNum: 1,
      callSignalAddress: { kind: "ipAddress", ip: "10.77.0.12", port: 1730 },
      rasAddress: { kind: "ipAddress", ip: "10.77.0.12", port: 1719 },
    },
  },
  {
    name: "locationReject",
    hex: "50000040",
    message: { kind: "locationReject", requestSeqNum: 1, rejectReason: { kind: "requestDenied" } },
  },
  {
    name: "locationReject with more to say",
    hex: "51000788011000062a864886f70c020102",
    message: {
      kind: "locationReject",
      requestSeqNum: 8,
      rejectReason: { kind: "securityError", error: "securityReplay" },
      nonStandardData: { identifier: { kind: "object", object: "1.2.840.113548" }, data: Uint8Array.of(1, 2) },
    },
  },
  {
    name: "locationRequest with all fields",
    hex:
      "4b80109106006500700020003107028045012c40060062006f0062002000e900200436800e000b683332333a626f6240612e628205000261" +
      "406281133020010db800000000000000000000000106b8830401067a45830310004040b50000090568656c6c6f300000000000000000000000000000000106b721c04009014002007300720063018005020067006b0106",
    message: {
      kind: "locationRequest",
      requestSeqNum: 4242,
      endpointIdentifier: "ep 1",
      destinationInfo: [
        { kind: "dialedDigits", value: "12#*,9" },
        { kind: "h323-ID", value: "bob é ж" },
        { kind: "url-ID", value: "h323:bob@a.b" },
        { kind: "email-ID", value: "a@b" },
        { kind: "transportID", address: { kind: "ip6Address", ip: "2001:db8::1", port: 1720 } },
        {
          kind: "partyNumber",
          number: { kind: "e164Number", typeOfNumber: "internationalNumber", digits: "4712" },
        },
        { kind: "partyNumber", number: { kind: "dataPartyNumber", digits: "1" } },
      ],
      nonStandardData: {
        identifier: { ...manufacturer, manufacturerCode: 9 },
        data: Uint8Array.from(Buffer.from("hello")),
      },
      replyAddress: { kind: "ip6Address", ip: "::1", port: 1719 },
      sourceInfo: [{ kind: "h323-ID", value: "src" }],
      canMapAlias: true,
      gatekeeperIdentifier: "gk",
      hopCount: 7,
    },
  },
];

/** Encoded by Erlang's ASN.1 compiler, with fields that have no name here. */
export const foreignSamples: readonly Sample[] = [
  {
    name: "locationRequest with an integrityCheckValue, canMapSrcAlias and an alias of another sort",
    hex:
      "4b809c3f0600650070002d00370440100061006c0069006300650040006500780061006d0070006c0065002e0063006f006d01807a4480" +
      "1700147369703a616c696365406578616d706c652e636f6d84040301020340b50000120301020300c000020106b721c84214018211000e" +
      "626f62406578616d706c652e636f6d01800b08007000650065007200311514a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a501040180",
    message: {
      kind: "locationRequest",
      requestSeqNum: 40_000,
      endpointIdentifier: "ep-7",
      destinationInfo: [
        { kind: "h323-ID", value: "alice@example.com" },
        { kind: "dialedDigits", value: "4711" },
        { kind: "url-ID", value: "sip:alice@example.com" },
        { kind: "opaque", index: 4, encoding: Uint8Array.of(3, 1, 2, 3) },
      ],
      nonStandardData: { identifier: manufacturer, data: Uint8Array.of(1, 2, 3) },
      replyAddress: { kind: "ipAddress", ip: "192.0.2.1", port: 1719 },
      sourceInfo: [{ kind: "email-ID", value: "bob@example.com" }],
      canMapAlias: true,
      gatekeeperIdentifier: "peer1",
      hopCount: 5,
    },
  },
  {
    name: "locationConfirm with a bandWidth",
    hex: "4efffe3020010db800000000000000000000000106b800c000020206b721000109018306020c3634567003401e00",
    message: {
      kind: "locationConfirm",
      requestSeqNum: 65_535,
      callSignalAddress: { kind: "ip6Address", ip: "2001:db8::1", port: 1720 },
      rasAddress: { kind: "ipAddress", ip: "192.0.2.2", port: 1719 },
      destinationInfo: [
        { kind: "partyNumber", number: { kind: "e164Number", typeOfNumber: "nationalNumber", digits: "0301234" } },
      ],
    },
  },
  {
    name: "locationReject with genericData",
    hex: "5200018204013402880c080100",
    message: {
      kind: "locationReject",
      requestSeqNum: 2,
      rejectReason: {
        kind: "routeCalltoSCN",
        partyNumbers: [{ kind: "privateNumber", typeOfNumber: "localNumber", digits: "55" }],
      },
    },
  },
  {
    name: "locationReject for a reason of a later version",
    hex: "5000028c0109",
    message: {
      kind: "locationReject",
      requestSeqNum: 3,
      rejectReason: { kind: "opaque", index: 12, encoding: Uint8Array.of(9) },
    },
  },
  {
    name: "nonStandardMessage with an integrityCheckValue",
    hex: "5e000b00072b06010401090102cafe0840050401020304",
    message: {
      kind: "nonStandardMessage",
      requestSeqNum: 12,
      nonStandardData: {
        identifier: { kind: "object", object: "1.3.6.1.4.1.9.1" },
        data: Uint8Array.of(0xca, 0xfe),
      },
    },
  },
];
