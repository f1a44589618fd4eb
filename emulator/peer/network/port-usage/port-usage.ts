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

/** What the page says of a port that the product has open and the twin has not. */
const NOT_OPENED = "Not opened by the emulator.";

/** What a socket that waits for others is for; undefined for one of no particular use. */
export function useOf({ protocol, local }: OpenSocket, configuration: Configuration): LocalPortUse | undefined {
  return inboundPortUses.find(
    (use) =>
      !use.notOpened && use.protocol.toLowerCase() === protocol && isIn(local.port, rangeOf(configuration, use, [])),
  );
}

/** The sockets that are open at this moment, and what each is for; then the ports that only the product would have open. */
export function inboundPorts(
  sockets: readonly OpenSocket[],
  ownAddress: string,
  configuration: Configuration,
): readonly UsedPort[] {
  const open = sockets.map((socket): UsedPort => {
    const { purpose, description } = useOf(socket, configuration) ?? WITHOUT_MEANING;
    const { address, port } = socket.local;
    const protocol = socket.protocol === "tcp" ? "TCP" : "UDP";
    return { purpose, description, protocol, address, ports: { first: port, last: port } };
  });
  const isOpen = ({ protocol }: LocalPortUse, range: UsedPort["ports"]): boolean =>
    open.some((row) => row.protocol === protocol && isIn(row.ports?.first ?? 0, range));
  const missing = inboundPortUses.flatMap((use): UsedPort[] => {
    const ports = rangeOf(configuration, use, []);
    if (!use.notOpened || !holds(configuration, use, []) || isOpen(use, ports)) return [];
    const { purpose, description, protocol } = use;
    return [{ purpose, description: `${description} ${NOT_OPENED}`, protocol, address: ownAddress, ports }];
  });
  return [...open, ...missing];
}

const isIn = (port: number, range: UsedPort["ports"]): boolean =>
  range !== undefined && port >= range.first && port <= range.last;

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
