import { clusteringSlips } from "./clustering.ts";
import type { SlipKind } from "./slip-kind.ts";
import { systemSlips } from "./system.ts";

/** Every kind of slip. A row is all that the command, the control API, scenarios and the documentation need. */
export const slipKinds: readonly SlipKind[] = [...clusteringSlips, ...systemSlips];
