/** The messages of H.225.0 RAS (version 7) by which gatekeepers ask each other where an alias is, and the non-standard one. */
export type RasMessage = LocationRequest | LocationConfirm | LocationReject | NonStandardMessage;

/** LRQ: where is this alias? */
export interface LocationRequest {
  readonly kind: "locationRequest";
  /** 1 to 65535. The answer carries it back. */
  readonly requestSeqNum: number;
  /** 1 to 128 characters, as a gatekeeper gave it to an endpoint. */
  readonly endpointIdentifier?: string;
  readonly destinationInfo: readonly AliasAddress[];
  readonly nonStandardData?: NonStandardParameter;
  /** Where the answer goes. */
  readonly replyAddress: TransportAddress;
  readonly sourceInfo?: readonly AliasAddress[];
  /** Whether the sender can place a call to another alias than the one it asked for. */
  readonly canMapAlias?: boolean;
  /** 1 to 128 characters: the gatekeeper that is asked. */
  readonly gatekeeperIdentifier?: string;
  /** 1 to 255: how many gatekeepers may still pass it on. */
  readonly hopCount?: number;
}

/** LCF: it is here. */
export interface LocationConfirm {
  readonly kind: "locationConfirm";
  readonly requestSeqNum: number;
  readonly callSignalAddress: TransportAddress;
  readonly rasAddress: TransportAddress;
  readonly nonStandardData?: NonStandardParameter;
  readonly destinationInfo?: readonly AliasAddress[];
}

/** LRJ: it is not here, or not for you. */
export interface LocationReject {
  readonly kind: "locationReject";
  readonly requestSeqNum: number;
  readonly rejectReason: LocationRejectReason;
  readonly nonStandardData?: NonStandardParameter;
}

/** NSM: what only the two vendors know. */
export interface NonStandardMessage {
  readonly kind: "nonStandardMessage";
  readonly requestSeqNum: number;
  readonly nonStandardData: NonStandardParameter;
}

export interface NonStandardParameter {
  readonly identifier: NonStandardIdentifier;
  readonly data: Uint8Array;
}

export type NonStandardIdentifier =
  /** An object identifier in dots, such as `1.2.840.113548`. */
  { readonly kind: "object"; readonly object: string } | H221NonStandard;

/** A manufacturer by its country (ITU-T T.35) and the code that it has there. */
export interface H221NonStandard {
  readonly kind: "h221NonStandard";
  /** 0 to 255. */
  readonly t35CountryCode: number;
  /** 0 to 255. */
  readonly t35Extension: number;
  /** 0 to 65535. */
  readonly manufacturerCode: number;
}

export type AliasAddress =
  /** 1 to 128 of `0123456789#*,`. */
  | { readonly kind: "dialedDigits"; readonly value: string }
  /** 1 to 256 UTF-16 code units. */
  | { readonly kind: "h323-ID"; readonly value: string }
  /** 1 to 512 characters of ASCII. */
  | { readonly kind: "url-ID" | "email-ID"; readonly value: string }
  | { readonly kind: "transportID"; readonly address: TransportAddress }
  | { readonly kind: "partyNumber"; readonly number: PartyNumber }
  /** `mobileUIM`, `isupNumber` and what later versions add. */
  | OpaqueChoice;

export interface TransportAddress {
  /** `ipAddress` has IPv4 in dots, `ip6Address` IPv6, decoded in the form of RFC 5952. */
  readonly kind: "ipAddress" | "ip6Address";
  readonly ip: string;
  readonly port: number;
}

export const publicTypesOfNumber = [
  "unknown",
  "internationalNumber",
  "nationalNumber",
  "networkSpecificNumber",
  "subscriberNumber",
  "abbreviatedNumber",
] as const;

export const privateTypesOfNumber = [
  "unknown",
  "level2RegionalNumber",
  "level1RegionalNumber",
  "pISNSpecificNumber",
  "localNumber",
  "abbreviatedNumber",
] as const;

/** A number and the plan that it belongs to. Digits are 1 to 128 of `0123456789#*,`. */
export type PartyNumber =
  | {
      readonly kind: "e164Number";
      readonly typeOfNumber: (typeof publicTypesOfNumber)[number];
      readonly digits: string;
    }
  | {
      readonly kind: "privateNumber";
      readonly typeOfNumber: (typeof privateTypesOfNumber)[number];
      readonly digits: string;
    }
  | {
      readonly kind: "dataPartyNumber" | "telexPartyNumber" | "nationalStandardPartyNumber";
      readonly digits: string;
    };

/** The reasons that version 1 of the standard has. */
export const firstRejectReasons = ["notRegistered", "invalidPermission", "requestDenied", "undefinedReason"] as const;

/** The reasons that later versions added, in the order of their addition. */
export const addedRejectReasons = [
  "securityDenial",
  "aliasesInconsistent",
  "routeCalltoSCN",
  "resourceUnavailable",
  "genericDataReason",
  "neededFeatureNotSupported",
  "hopCountExceeded",
  "incompleteAddress",
  "securityError",
  "securityDHmismatch",
  "noRouteToDestination",
  "unallocatedNumber",
] as const;

type RejectReasonName = (typeof firstRejectReasons)[number] | (typeof addedRejectReasons)[number];

export type LocationRejectReason =
  | { readonly kind: Exclude<RejectReasonName, "routeCalltoSCN" | "securityError"> }
  | { readonly kind: "routeCalltoSCN"; readonly partyNumbers: readonly PartyNumber[] }
  | { readonly kind: "securityError"; readonly error: SecurityError }
  /** A reason of a later version. */
  | OpaqueChoice;

export const securityErrors = [
  "securityWrongSyncTime",
  "securityReplay",
  "securityWrongGeneralID",
  "securityWrongSendersID",
  "securityIntegrityFailed",
  "securityWrongOID",
] as const;

export type SecurityError = (typeof securityErrors)[number];

/** An alternative behind the extension marker of a choice that has no name here, kept as it came. */
export interface OpaqueChoice {
  readonly kind: "opaque";
  /** Counted from 0 behind the extension marker. */
  readonly index: number;
  readonly encoding: Uint8Array;
}
