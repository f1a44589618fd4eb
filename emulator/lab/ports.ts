/** The ports of a peer that people and programs come in by; the lab's port offset is added to each. */
export const peerPorts = {
  https: 443,
  http: 80,
  ssh: 22,
  ras: 1719,
  turn: 3478,
  sip: 5060,
  sips: 5061,
  snmp: 161,
} as const;

export type PortName = keyof typeof peerPorts;

export function offsetPorts(offset: number): Record<PortName, number> {
  return Object.fromEntries(Object.entries(peerPorts).map(([name, port]) => [name, port + offset])) as Record<
    PortName,
    number
  >;
}
