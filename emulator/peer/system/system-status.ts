import type { Clock } from "../../world/clock.ts";
import type { Licensing } from "../calls/licensing/licensing.ts";
import type { ReleaseKey } from "../calls/licensing/release-key.ts";
import type { Configuration } from "../configuration/configuration.ts";
import {
  hardwareVersions,
  type Identity,
  SOFTWARE_BUILD,
  SOFTWARE_NAME,
  SOFTWARE_RELEASE_DATE,
} from "../core/identity.ts";
import type { Part } from "../core/part.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../core/status-values.ts";
import { formatTime } from "../reporting/status/format-time.ts";

/** Locally administered, and different for each serial number. */
const macAddress = (serialNumber: string, lan: number): string => {
  const hex = serialNumber.padStart(8, "0").slice(-8);
  return `02:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6, 8)}:0${lan}`.toUpperCase();
};

export interface SystemStatusOptions {
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** On the monotonic clock. */
  readonly startedAt: number;
  readonly licensing: Licensing;
  readonly releaseKey: ReleaseKey;
}

/** What the peer is and how its interfaces are set: SystemUnit, Ethernet, IP. */
export class SystemStatus implements Part {
  readonly name = "system status";
  readonly status: StatusProviders = {
    SystemUnit: () => this.#systemUnit(),
    Ethernet: () => this.#ethernet(),
    IP: () => this.#ip(),
  };

  constructor(private readonly options: SystemStatusOptions) {}

  #systemUnit(): StatusValues {
    const now = formatTime(this.options.clock.now());
    return {
      Product: "TANDBERG VCS",
      Uptime: Math.floor((this.options.clock.monotonic() - this.options.startedAt) / 1000),
      SystemTime: now,
      TimeZone: this.options.configuration.get("TimeZone Name"),
      LocalTime: localTime(this.options.clock.now(), this.options.configuration.get("TimeZone Name")),
      Software: {
        Version: this.options.identity.softwareVersion,
        Build: SOFTWARE_BUILD,
        Name: SOFTWARE_NAME,
        ReleaseDate: SOFTWARE_RELEASE_DATE,
        ReleaseKey: this.options.releaseKey.text,
        Configuration: this.options.licensing.softwareConfiguration(),
      },
      Hardware: {
        Version: hardwareVersions[this.options.identity.hardware],
        SerialNumber: this.options.identity.serialNumber,
      },
    };
  }

  #ethernet(): ReadonlyMap<number, StatusValue> {
    return new Map(
      ([1, 2] as const).map((lan) => [
        lan,
        {
          MacAddress: macAddress(this.options.identity.serialNumber, lan),
          Speed: lan === 1 ? this.#speedOfLan1() : "Down",
          IPv4: {
            Address: this.options.configuration.get(`Ethernet ${lan} IP V4 Address`),
            SubnetMask: this.options.configuration.get(`Ethernet ${lan} IP V4 SubnetMask`),
          },
        },
      ]),
    );
  }

  /** Virtual machines show 10000 Mb/s whatever is configured; what an appliance negotiates is assumed. */
  #speedOfLan1(): string {
    if (this.options.identity.hardware === "virtual-machine") return "10000full";
    const configured = this.options.configuration.get("Ethernet 1 Speed");
    return configured === "Auto" ? "1000full" : configured;
  }

  #ip(): StatusValues {
    const servers = new Map<number, StatusValue>();
    for (let index = 1; index <= 5; index++) {
      servers.set(index, { Address: this.options.configuration.get(`DNS Server ${index} Address`) });
    }
    return {
      Protocol: this.options.configuration.get("IPProtocol"),
      IPv4: { Gateway: this.options.configuration.get("IP Gateway") },
      DNS: { Domain: { Name: this.options.configuration.get("IP DNS Domain Name") }, Server: servers },
    };
  }
}

/** Making one costs a hundred times as much as using it, and every page shows the time. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** The same moment in the peer's zone; a zone that the machine does not know counts as GMT. */
export function localTime(moment: number, timeZone: string): string {
  try {
    let format = timeFormats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
      timeFormats.set(timeZone, format);
    }
    return format.format(moment);
  } catch {
    return formatTime(moment);
  }
}
