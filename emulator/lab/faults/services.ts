import type { Endpoint } from "../../world/endpoint.ts";
import type { Message } from "../../world/network-rule.ts";

interface Ports {
  readonly protocol: "udp" | "tcp";
  readonly first: number;
  readonly last: number;
}

const port = (protocol: Ports["protocol"], number: number): Ports => ({ protocol, first: number, last: number });

/** What is used of peers, DNS, NTP and directories, by port (guide, Appendix 2); the database channel is the twin's own. */
export const services = {
  "key-exchange": [port("udp", 500)],
  ras: [port("udp", 1719)],
  management: [{ protocol: "udp", first: 4369, last: 4380 }],
  database: [port("tcp", 4370)],
  ntp: [port("udp", 123)],
  dns: [port("udp", 53), port("tcp", 53)],
  ldap: [port("tcp", 389), port("tcp", 636), port("tcp", 3269)],
  turn: [port("udp", 3478)],
  h323: [port("tcp", 1720), port("udp", 1719)],
  sip: [port("udp", 5060), port("tcp", 5060), port("tcp", 5061)],
} as const satisfies Record<string, readonly Ports[]>;

export type Service = keyof typeof services;

export const serviceNames = Object.keys(services) as Service[];

/** True for what goes to a service, and for what comes from it. */
export function belongsTo(service: Service, { protocol, from, to }: Message): boolean {
  const ports: readonly Ports[] = services[service];
  return ports.some((range) => range.protocol === protocol && (isAt(from, range) || isAt(to, range)));
}

const isAt = ({ port: number }: Endpoint, { first, last }: Ports): boolean => number >= first && number <= last;
