import type { Device } from "../../peer/device.ts";
import type { Endpoint } from "../../world/endpoint.ts";

/** Logs that somebody does not speak SSH as it is spoken, and tells automated protection. */
export function reportViolation({ log, protection }: Device, { address, port }: Endpoint, detail: string): void {
  log.event("ssh", "Security Alert", { "Src-ip": address, "Src-port": port, Service: "SSH", Detail: detail });
  protection.failed("ssh-intrusion", address);
}

/** Whether ssh2 says that a client broke the protocol; else its connection did, or it took its leave. */
export const isViolation = ({ level }: Error & { readonly level?: string }): boolean =>
  level === "protocol" || level === "handshake";
