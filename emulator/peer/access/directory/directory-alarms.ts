import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { ServerSecurity } from "../certificates/server-security.ts";
import { missingSettings, type DirectorySettings } from "./settings.ts";

interface Options {
  readonly settings: () => DirectorySettings;
  /** Whether administrators are looked for in the directory. */
  readonly used: () => boolean;
  readonly security: Pick<ServerSecurity, "trusted">;
}

/** Administrator Guide, alarms. That 40029 speaks of this directory, and not of that of H.350 alone, is assumed. */
export const directoryAlarms = ({ settings, used, security }: Options): readonly AlarmCondition[] => [
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
      used() && settings().encrypted && security.trusted === ""
        ? {
            facts: ["Encryption to the LDAP server is TLS", "the peer has no CA certificate"],
            clearedBy:
              "add the CA certificate on Maintenance > Security certificates > Trusted CA certificate, or set Encryption to Off on Users > LDAP configuration",
          }
        : undefined,
  },
];
