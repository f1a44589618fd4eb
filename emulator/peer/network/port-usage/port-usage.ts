import {
  inboundPortUses,
  outboundPortUses,
  remotePortUses,
  type LocalPortUse,
  type PortProtocol,
  type PortSource,
  type RemotePortUse,
} from "../../../model/port-uses.ts";
import type { OpenSocket } from "../../../world/open-sockets.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { addressRowsOf, inRow } from "./address-rows.ts";

/** One row of the port tables. */
export interface UsedPort {
  readonly purpose: string;
  readonly description: string;
  readonly protocol: PortProtocol;
  /** Of this system, or of the other one: an address or a name. */
  readonly address: string;
  /** Undefined for a protocol without ports. */
  readonly ports: { readonly first: number; readonly last: number } | undefined;
}

const WITHOUT_MEANING = {
  purpose: "Ephemeral ports",
  description: "What comes in answer to requests of this system.",
} as const;

/** The sockets that are open at this moment, and what each is for. */
export function inboundPorts(sockets: readonly OpenSocket[], configuration: Configuration): readonly UsedPort[] {
  const uses = inboundPortUses.map((use) => ({ use, ports: rangeOf(configuration, use, []) }));
  return sockets.map(({ protocol: socket, local: { address, port } }) => {
    const protocol = socket === "tcp" ? "TCP" : "UDP";
    const known = uses.find(
      ({ use, ports }) => use.protocol === protocol && ports && port >= ports.first && port <= ports.last,
    );
    const { purpose, description } = known?.use ?? WITHOUT_MEANING;
    return { purpose, description, protocol, address, ports: { first: port, last: port } };
  });
}

/** The ports from which this system asks others, as it is configured. */
export function outboundPorts(ownAddress: string, configuration: Configuration): readonly UsedPort[] {
  return outboundPortUses
    .filter((use) => holds(configuration, use, []))
    .map((use) => ({
      purpose: use.purpose,
      description: use.description,
      protocol: use.protocol,
      address: ownAddress,
      ports: rangeOf(configuration, use, []),
    }));
}

/** The ports of all systems that this one is configured to reach. */
export function remotePorts(ownAddress: string, configuration: Configuration): readonly UsedPort[] {
  const addressRows = addressRowsOf(configuration);
  return remotePortUses.flatMap((use) =>
    addressRows(use.address)
      .filter(({ address, indices }) => address !== ownAddress && holds(configuration, use, indices))
      .map(({ address, indices }) => ({
        purpose: use.purpose,
        description: use.description,
        protocol: protocolOf(configuration, use, indices),
        address,
        ports: rangeOf(configuration, use, indices),
      })),
  );
}

const holds = (
  configuration: Configuration,
  { when = [] }: LocalPortUse | RemotePortUse,
  indices: readonly number[],
): boolean => when.every(({ item, value }) => configuration.read(inRow(item, indices)) === value);

function rangeOf(
  configuration: Configuration,
  { ports }: LocalPortUse | RemotePortUse,
  indices: readonly number[],
): UsedPort["ports"] {
  const numberOf = (source: PortSource): number =>
    typeof source === "number" ? source : Number(configuration.read(inRow(source, indices)));
  return ports && { first: numberOf(ports[0]), last: numberOf(ports[1]) };
}

/** TLS goes over TCP. */
function protocolOf(
  configuration: Configuration,
  { protocol }: RemotePortUse,
  indices: readonly number[],
): PortProtocol {
  if (typeof protocol === "string") return protocol;
  return configuration.read(inRow(protocol.item, indices))?.toUpperCase() === "UDP" ? "UDP" : "TCP";
}
