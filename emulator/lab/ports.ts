import { inboundPortUses, type PortName } from "../model/port-uses.ts";
import type { Peer } from "../peer/peer.ts";
import { useOf } from "../peer/network/port-usage/port-usage.ts";

/** Ports of one peer by name; the lab's port offset is in them. */
export type NamedPorts = Readonly<Partial<Record<PortName, number>>>;

/** The ports by which people and programs come in that are open at this moment: none of a peer that is down. */
export function openPorts({ device }: Peer, offset: number): NamedPorts {
  if (!device) return {};
  const named = device.openSockets().flatMap((socket): [PortName, number][] => {
    const name = useOf(socket, device.configuration)?.name;
    return name === undefined ? [] : [[name, socket.local.port + offset]];
  });
  // In the order of the table, so that what programs read is always the same.
  return Object.fromEntries(inboundPortUses.flatMap(({ name }) => named.filter(([other]) => other === name)));
}

/** Where the ways in listen on every peer that is up. */
export const wayIn = (name: "https" | "ssh", offset: number): number => {
  const number = inboundPortUses.find((use) => use.name === name)?.ports?.[0];
  return Number(number) + offset;
};
