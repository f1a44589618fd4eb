import { accountResources } from "./accounts.ts";
import { dialPlanResources } from "./dial-plan.ts";
import { managementResources } from "./management.ts";
import { networkResources } from "./network.ts";
import type { RestResource } from "./resource.ts";
import { sipResources } from "./sip.ts";
import { systemResources } from "./system.ts";
import { unifiedCommunicationsResources } from "./unified-communications.ts";
import { zoneResources } from "./zones.ts";

/** Every resource that is known of the product, whether the twin serves it or not. */
export const restResources: readonly RestResource[] = Object.freeze([
  ...systemResources,
  ...accountResources,
  ...networkResources,
  ...sipResources,
  ...dialPlanResources,
  ...zoneResources,
  ...unifiedCommunicationsResources,
  ...managementResources,
]);
