import type { FaultKind } from "./fault-kind.ts";
import { hardwareFaultKinds } from "./kinds/hardware.ts";
import { networkKinds } from "./kinds/network.ts";
import { peerKinds } from "./kinds/peers.ts";
import { serverKinds } from "./kinds/servers.ts";

/** Every kind of fault. A row is all that the command, the control API, topology files and the documentation need. */
export const faultKinds: readonly FaultKind[] = [...networkKinds, ...serverKinds, ...peerKinds, ...hardwareFaultKinds];

export const findFaultKind = (name: unknown): FaultKind | undefined => faultKinds.find((kind) => kind.name === name);
