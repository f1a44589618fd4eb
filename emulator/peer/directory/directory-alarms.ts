import type { AlarmCondition } from "../alarms/alarm-condition.ts";
import { missingSettings, type DirectorySettings } from "./settings.ts";

interface Options {
  readonly settings: () => DirectorySettings;
  /** Whether administrators are looked for in the directory. */
  readonly used: () => boolean;
  /** The CA certificates of the peer, PEM; blank when there are none. */
  readonly certificates: { readonly trusted: string };
}

/** Administrator Guide, alarms. That 40029 speaks of this directory, and not of that of H.350 alone, is assumed. */
export const directoryAlarms = ({ settings, used, certificates }: Options): readonly AlarmCondition[] => [
  {
    alarm: 35004,
    holds: () => {
      const missing = used() ? missingSettings(settings()) : [];
      return missing.length > 0
        ? {
            facts: ["Administrator authentication source is not Local only", `blank: ${missing.join(", ")}`],
            clearedBy: "fill in the fields on Users > LDAP configuration, or set the source to Local only",
          }
        : undefined;
    },
  },
  {
    alarm: 40029,
    holds: () =>
      used() && settings().encrypted && certificates.trusted === ""
        ? {
            facts: ["Encryption to the LDAP server is TLS", "the peer has no CA certificate"],
            clearedBy:
              "copy the CA certificate to /tandberg/persistent/certs/ca.pem, or set Encryption to Off on Users > LDAP configuration",
          }
        : undefined,
  },
];
