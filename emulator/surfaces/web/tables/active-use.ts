import type { Device } from "../../../peer/device.ts";
import { statusAt } from "./status-value.ts";

/** The calls on this peer, for the pages that ask before they end them. */
export function currentCalls(device: Device): number {
  return (
    Number(statusAt(device, "ResourceUsage", "Calls", "NonTraversal", "Current")) +
    Number(statusAt(device, "ResourceUsage", "Calls", "Traversal", "Current"))
  );
}

/** The registrations on this peer. */
export function currentRegistrations(device: Device): number {
  return Number(statusAt(device, "ResourceUsage", "Registrations", "Current"));
}
