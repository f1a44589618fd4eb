import type { RestPart } from "../../../../model/rest/resource.ts";
import { rootCertificate, serverCertificate } from "./certificates.ts";
import { clusterPeers } from "./cluster-peers.ts";
import { firewallActivation } from "./firewall-activation.ts";
import { diagnosticLogging } from "./diagnostic-logging.ts";
import { optionKeys } from "./option-keys.ts";
import type { PartHandler } from "./part-handler.ts";
import { passwordChange } from "./password-change.ts";
import { defaultLinks, restart, sysinfo } from "./system.ts";
import { timeStatus } from "./time-status.ts";

/** Who answers for each part. */
export const partHandlers: Readonly<Record<RestPart, PartHandler>> = {
  sysinfo,
  restart,
  "option keys": optionKeys,
  "root certificate": rootCertificate,
  "server certificate": serverCertificate,
  "password change": passwordChange,
  "default links": defaultLinks,
  "time status": timeStatus,
  "cluster peers": clusterPeers,
  "diagnostic logging": diagnosticLogging,
  "firewall activation": firewallActivation,
};
