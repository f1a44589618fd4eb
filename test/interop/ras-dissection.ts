import {
  addedRejectReasons,
  firstRejectReasons,
  privateTypesOfNumber,
  publicTypesOfNumber,
  securityErrors,
  type AliasAddress,
  type LocationRejectReason,
  type NonStandardParameter,
  type PartyNumber,
  type RasMessage,
  type TransportAddress,
} from "../../protocol/ras/types.ts";

/** A part of what `tshark -T json` prints: names and texts. */
export type Dissection = { readonly [field: string]: string | Dissection };

/** Without what says how a field was encoded, and what the dissector adds of its own. */
export function fieldsOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const told = Object.entries(value).filter(
    ([name]) => !/^(per\.|h225\.Manufacturer$|h225\.ras\.|data\.len$)/.test(name),
  );
  return Object.fromEntries(told.map(([name, part]) => [name, fieldsOf(part)]));
}

const kinds = { locationRequest: 18, locationConfirm: 19, locationReject: 20, nonStandardMessage: 23 } as const;

/** What the dissector is to print for a message. */
export function dissectionOf(message: RasMessage): Dissection {
  return {
    "h225.RasMessage": String(kinds[message.kind]),
    "h225.RasMessage_tree": {
      [`h225.${message.kind}_element`]: { "h225.requestSeqNum": String(message.requestSeqNum), ...bodyOf(message) },
    },
  };
}

function bodyOf(message: RasMessage): Dissection {
  const data = message.nonStandardData ? nonStandard(message.nonStandardData) : {};
  switch (message.kind) {
    case "locationRequest":
      return {
        ...data,
        ...texts({
          endpointIdentifier: message.endpointIdentifier,
          gatekeeperIdentifier: message.gatekeeperIdentifier,
          hopCount: message.hopCount,
          canMapAlias: message.canMapAlias === undefined ? undefined : Number(message.canMapAlias),
        }),
        ...aliases("destinationInfo", "DestinationInfo_item", message.destinationInfo),
        ...(message.sourceInfo && aliases("sourceInfo", "AliasAddress", message.sourceInfo)),
        ...transport("replyAddress", message.replyAddress),
      };
    case "locationConfirm":
      return {
        ...data,
        ...transport("callSignalAddress", message.callSignalAddress),
        ...transport("rasAddress", message.rasAddress),
        ...(message.destinationInfo && aliases("destinationInfo", "DestinationInfo_item", message.destinationInfo)),
      };
    case "locationReject":
      return { ...data, ...rejectReason(message.rejectReason) };
    case "nonStandardMessage":
      return data;
  }
}

function texts(fields: Record<string, string | number | undefined>): Dissection {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [`h225.${name}`, String(value)]));
}

/** A choice is its number, and its contents in a tree. */
function choice(name: string, index: number, contents: Dissection): Dissection {
  return { [`h225.${name}`]: String(index), [`h225.${name}_tree`]: contents };
}

function list(name: string, items: readonly Dissection[]): Dissection {
  const contents = Object.fromEntries(items.map((item, at) => [`Item ${at}`, item]));
  return { [`h225.${name}`]: String(items.length), ...(items.length > 0 && { [`h225.${name}_tree`]: contents }) };
}

const aliases = (name: string, itemName: string, items: readonly AliasAddress[]): Dissection =>
  list(
    name,
    items.map((item) => alias(itemName, item)),
  );

function alias(name: string, item: AliasAddress): Dissection {
  switch (item.kind) {
    case "dialedDigits":
      return choice(name, 0, { "h225.dialledDigits": item.value });
    case "h323-ID":
      return choice(name, 1, { "h225.h323_ID": item.value });
    case "url-ID":
      return choice(name, 2, { "h225.url_ID": item.value });
    case "transportID":
      return choice(name, 3, transport("transportID", item.address));
    case "email-ID":
      return choice(name, 4, { "h225.email_ID": item.value });
    case "partyNumber":
      return choice(name, 5, partyNumber("partyNumber", item.number));
    case "opaque":
      throw new Error("not printed by name");
  }
}

function transport(name: string, { kind, ip, port }: TransportAddress): Dissection {
  return kind === "ipAddress"
    ? choice(name, 0, { "h225.ipAddress_element": { "h225.ipV4": ip, "h225.ipV4_port": String(port) } })
    : choice(name, 3, { "h225.ip6Address_element": { "h225.ipV6": ip, "h225.ipV6_port": String(port) } });
}

const partyNumbers = [
  "e164Number",
  "dataPartyNumber",
  "telexPartyNumber",
  "privateNumber",
  "nationalStandardPartyNumber",
];

function partyNumber(name: string, number: PartyNumber): Dissection {
  const index = partyNumbers.indexOf(number.kind);
  if (!("typeOfNumber" in number)) return choice(name, index, { [`h225.${number.kind}`]: number.digits });
  const [prefix, types]: [string, readonly string[]] =
    number.kind === "e164Number" ? ["public", publicTypesOfNumber] : ["private", privateTypesOfNumber];
  return choice(name, index, {
    [`h225.${number.kind}_element`]: {
      ...choice(`${prefix}TypeOfNumber`, types.indexOf(number.typeOfNumber), {
        [`h225.${number.typeOfNumber}_element`]: "",
      }),
      [`h225.${prefix}NumberDigits`]: number.digits,
    },
  });
}

function rejectReason(reason: LocationRejectReason): Dissection {
  const names: readonly string[] = [...firstRejectReasons, ...addedRejectReasons];
  return choice("rejectReason", names.indexOf(reason.kind), reasonContents(reason));
}

function reasonContents(reason: LocationRejectReason): Dissection {
  if (reason.kind === "routeCalltoSCN") {
    return list(
      "routeCalltoSCN",
      reason.partyNumbers.map((number) => partyNumber("PartyNumber", number)),
    );
  }
  if (reason.kind === "securityError") {
    return choice("securityError", securityErrors.indexOf(reason.error), { [`h225.${reason.error}_element`]: "" });
  }
  return { [`h225.${reason.kind}_element`]: "" };
}

function nonStandard({ identifier, data }: NonStandardParameter): Dissection {
  const contents: Dissection =
    identifier.kind === "object"
      ? choice("nonStandardIdentifier", 0, { "h225.object": identifier.object })
      : choice("nonStandardIdentifier", 1, {
          "h225.h221NonStandard_element": {
            "h225.t35CountryCode": String(identifier.t35CountryCode),
            "h225.t35Extension": String(identifier.t35Extension),
            "h225.manufacturerCode": String(identifier.manufacturerCode),
          },
        });
  const octets = Buffer.from(data)
    .toString("hex")
    .replaceAll(/(..)(?=.)/g, "$1:");
  return {
    "h225.nonStandardData_element": {
      ...contents,
      "h225.data": String(data.byteLength),
      ...(data.byteLength > 0 && { data: { "data.data": octets } }),
    },
  };
}
