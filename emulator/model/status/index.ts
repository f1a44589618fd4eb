import type { StatusNode } from "../types.ts";
import { alternatesNodes } from "./alternates.ts";
import { applicationNodes } from "./applications.ts";
import { bandwidthNodes } from "./bandwidth.ts";
import { callNodes } from "./calls.ts";
import { h323Nodes } from "./h323.ts";
import { managementNodes } from "./management.ts";
import { namedOnlyNodes } from "./named-only.ts";
import { networkNodes } from "./network.ts";
import { registrationNodes } from "./registrations.ts";
import { securityNodes } from "./security.ts";
import { sipServiceNodes } from "./sip-service.ts";
import { sipNodes } from "./sip.ts";
import { systemNodes } from "./system.ts";
import { unifiedCommunicationsNodes } from "./unified-communications.ts";
import { zoneNodes } from "./zones.ts";

const tables = [
  systemNodes,
  networkNodes,
  managementNodes,
  callNodes,
  zoneNodes,
  alternatesNodes,
  bandwidthNodes,
  registrationNodes,
  sipNodes,
  sipServiceNodes,
  h323Nodes,
  applicationNodes,
  securityNodes,
  unifiedCommunicationsNodes,
  namedOnlyNodes,
] as const;

/** Every top node of the status tree; `cliOrder` and `xmlOrder` say where each is printed. */
export const statusNodes: readonly StatusNode[] = Object.freeze(tables.flat());
