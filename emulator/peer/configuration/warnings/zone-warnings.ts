import { inWords, needsTls } from "./media-encryption.ts";
import { sipOver, sipTransports } from "./sip-transports.ts";
import type { Settings, Warning } from "./warning.ts";

/** The zones that have a SIP media encryption mode; one of ENUM leads to others. */
const mediaZones = ["Neighbor", "TraversalClient", "TraversalServer", "DNS"] as const;
type MediaZone = (typeof mediaZones)[number];

/** A zone that SIP is used with. */
interface SipZone {
  readonly index: number;
  readonly name: string;
  readonly type: MediaZone;
  readonly encryption: string;
}

const encryptionOf = ({ name, encryption }: SipZone): string =>
  `media encryption mode of zone ${name} is ${inWords(encryption)}`;

/** Assumed: the SIP settings of a zone mean nothing while SIP is off, on the peer or in the zone. */
function sipZones({ configuration }: Settings): readonly SipZone[] {
  if (!configuration.isOn("SIP Mode")) return [];
  return configuration.rows.of("Zones Zone").flatMap((index): readonly SipZone[] => {
    const type = mediaZones.find((each) => each === configuration.get(`Zones Zone ${index} Type`));
    if (!type || !configuration.isOn(`Zones Zone ${index} SIP Mode`)) return [];
    const name = configuration.get(`Zones Zone ${index} Name`);
    const encryption = configuration.get(`Zones Zone ${index} ${type} SIP Media Encryption Mode`);
    return [{ index, name, type, encryption }];
  });
}

/** H.323 media cannot be made to follow what is forced for SIP. */
function forcedBesideH323(settings: Settings): readonly SipZone[] {
  const { configuration } = settings;
  if (!configuration.isOn("H323 Mode")) return [];
  return sipZones(settings).filter(
    ({ index, encryption }) =>
      configuration.isOn(`Zones Zone ${index} H323 Mode`) && (encryption === "On" || encryption === "Off"),
  );
}

/** Where the SIP transport to a zone is set. Assumed: not for one of DNS, which names the transport; there it is a fallback alone. */
function encryptedWithoutTls(settings: Settings): readonly string[] {
  return sipZones(settings).flatMap((zone) => {
    const { index, type, encryption } = zone;
    if (type === "DNS" || !needsTls(encryption)) return [];
    const transport = settings.configuration.get(`Zones Zone ${index} ${type} SIP Transport`);
    return transport === "TLS" ? [] : [`${encryptionOf(zone)}, and its transport ${transport}`];
  });
}

interface Fallback {
  readonly zone: string;
  readonly protocol: string;
}

/** The zones of DNS that fall back to a transport that this peer does not have. */
const deadFallbacks = (settings: Settings): readonly Fallback[] =>
  sipZones(settings).flatMap(({ index, name, type }) => {
    if (type !== "DNS") return [];
    const protocol = settings.configuration.get(`Zones Zone ${index} DNS SIP Default Transport`);
    const isThere = sipTransports.some((transport) => transport === protocol && sipOver(settings, transport));
    return isThere ? [] : [{ zone: name, protocol }];
  });

/** Administrator Guide, alarms. 45018 names one zone; the evidence names all. */
export const zoneWarnings: readonly Warning[] = [
  {
    alarm: 45014,
    facts: (settings) => forcedBesideH323(settings).map((zone) => `${encryptionOf(zone)}, and its H.323 mode On`),
    clearedBy:
      "set Media encryption mode of the zone to Auto or Best effort on Configuration > Zones > Zones, or its H.323 mode to Off",
  },
  {
    alarm: 45016,
    facts: encryptedWithoutTls,
    clearedBy:
      "set Transport of the zone to TLS on Configuration > Zones > Zones, or its Media encryption mode to Auto or Force unencrypted",
  },
  {
    alarm: 45018,
    facts: (settings) =>
      deadFallbacks(settings).map(
        ({ zone, protocol }) =>
          `fallback transport protocol of zone ${zone} is ${protocol}, and ${protocol} mode of SIP is Off`,
      ),
    clearedBy:
      "set Fallback transport protocol of the zones to one that is in use on Configuration > Zones > Zones, or turn the protocol on on Configuration > Protocols > SIP",
    parameters: (settings) => {
      const [first] = deadFallbacks(settings);
      return { zone_name: first?.zone ?? "", protocol: first?.protocol ?? "" };
    },
  },
];
