import type { SyslogSeverity } from "../../../../protocol/syslog/priority.ts";
import type { Configuration } from "../../configuration/configuration.ts";

export type SyslogFormat = "bsd" | "ietf";
export type SyslogTransport = "udp" | "tcp" | "tls";

/** How messages get to a syslog server. */
export interface SyslogWay {
  /** Address or name. */
  readonly address: string;
  readonly port: number;
  readonly format: SyslogFormat;
  readonly transport: SyslogTransport;
  /** Whether revocation lists are to be asked for the server's certificate. */
  readonly crlCheck: boolean;
}

/** A remote syslog server as configured. */
export interface SyslogTarget {
  readonly way: SyslogWay;
  /** The least severe that it is sent. */
  readonly least: SyslogSeverity;
}

/** Places of Maintenance > Logging. */
export const SYSLOG_PLACES = [1, 2, 3, 4] as const;

export type SyslogPlace = (typeof SYSLOG_PLACES)[number];

/** What a mode stands for; `user_defined` has items of its own (X14 command reference). */
const modes: Readonly<Record<string, Pick<SyslogWay, "format" | "transport">>> = {
  bsd: { format: "bsd", transport: "udp" },
  ietf: { format: "ietf", transport: "udp" },
  ietf_secure: { format: "ietf", transport: "tls" },
};

/** @returns undefined for a place that is free */
export function readSyslogTarget(configuration: Configuration, place: SyslogPlace): SyslogTarget | undefined {
  const row = `Remote Syslog ${place}` as const;
  const address = configuration.get(`${row} Address`);
  if (address === "") return undefined;
  const { format, transport } = modes[configuration.get(`${row} Mode`)] ?? {
    format: configuration.get(`${row} Format`) as SyslogFormat,
    transport: configuration.get(`${row} Transport`) as SyslogTransport,
  };
  return {
    way: {
      address,
      port: configuration.integer(`${row} Port`),
      format,
      transport,
      crlCheck: configuration.isOn(`${row} Crlcheck`),
    },
    least: configuration.get(`${row} Loglevel`) as SyslogSeverity,
  };
}

export const sameWay = (one: SyslogWay, other: SyslogWay): boolean =>
  one.address === other.address &&
  one.port === other.port &&
  one.format === other.format &&
  one.transport === other.transport &&
  one.crlCheck === other.crlCheck;
