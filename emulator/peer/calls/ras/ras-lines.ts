import type { RasMessage } from "../../../../protocol/ras/types.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { Fields } from "../../reporting/logging/log-line.ts";
import type { NetworkLog } from "../../reporting/logging/network-log.ts";

/** As H.225.0 abbreviates them. */
const abbreviations: Readonly<Record<RasMessage["kind"], string>> = {
  locationRequest: "LRQ",
  locationConfirm: "LCF",
  locationReject: "LRJ",
  nonStandardMessage: "NSM",
};

const words = (verb: string, message: RasMessage): string =>
  `${verb} RAS ${abbreviations[message.kind]} SeqNum=${message.requestSeqNum}`;

/** A message that was sent or received, at Debug. @param ends the far end, as `Src-ip` and `Src-port` or the like */
export function logMessage(log: NetworkLog, action: "Sent" | "Received", message: RasMessage, ends: Fields): void {
  const verb = action === "Sent" ? "Sending" : "Received";
  log.write("network.h323", "DEBUG", { Action: action, ...ends, Detail: words(verb, message) });
}

/** A request that is sent again, or is given up, at Info (both are seen in the logs of systems in the field). */
export function logTimeout(
  log: NetworkLog,
  what: "Retransmit" | "Timeout",
  request: RasMessage,
  { address, port }: Endpoint,
): void {
  const detail = `${words("Sending", request)} ${what}=True`;
  log.write("network.h323", "INFO", { "Dst-ip": address, "Dst-port": port, Detail: detail });
}
