import { inWords, needsTls } from "./media-encryption.ts";
import { sipOver } from "./sip-transports.ts";
import type { Settings, Warning } from "./warning.ts";

const SUBZONES = "Zones LocalZone SubZones SubZone";

/** The Default Subzone and every other that there is, with its media encryption mode. */
function encryptionBySubzone({ configuration }: Settings): readonly (readonly [name: string, mode: string])[] {
  return [
    ["the Default Subzone", configuration.get("Zones LocalZone DefaultSubZone SIP Media Encryption Mode")],
    ...configuration.rows
      .of(SUBZONES)
      .map(
        (index) =>
          [
            `subzone ${configuration.get(`${SUBZONES} ${index} Name`)}`,
            configuration.get(`${SUBZONES} ${index} SIP Media Encryption Mode`),
          ] as const,
      ),
  ];
}

/** Administrator Guide, alarms. Assumed: a subzone has no SIP media to encrypt while SIP mode is Off. */
export const subzoneWarnings: readonly Warning[] = [
  {
    alarm: 45017,
    facts: (settings) =>
      sipOver(settings, "TLS") || !settings.configuration.isOn("SIP Mode")
        ? []
        : encryptionBySubzone(settings)
            .filter(([, mode]) => needsTls(mode))
            .map(([name, mode]) => `media encryption mode of ${name} is ${inWords(mode)}, and TLS mode of SIP is Off`),
    clearedBy:
      "set TLS mode to On on Configuration > Protocols > SIP, or Media encryption mode of the subzone to Auto or Force unencrypted on Configuration > Local Zone",
  },
];
