import type { Device } from "../../../../peer/device.ts";
import { statusAt } from "../../status-value.ts";

/** Element of the software configuration to the words of the Overview page (clients of X8.11 boxes). */
const counts = [
  ["NonTraversalCalls", "Non Traversal Calls"],
  ["TraversalCalls", "Traversal Calls"],
  ["Registrations", "Registrations"],
] as const;

const features = [
  ["Expressway", "Traversal Server"],
  ["Encryption", "Encryption"],
  ["Interworking", "Interworking"],
  ["FindMe", "FindMe"],
  ["DeviceProvisioning", "Device Provisioning"],
  ["DualNetworkInterfaces", "Advanced Networking"],
  ["AdvancedAccountSecurity", "Advanced Account Security"],
  ["ExpresswaySeries", "Expressway Series"],
] as const;

/** What the option keys allow, in one line with a full stop. */
export function optionsText(device: Device): string {
  const value = (element: string): string => statusAt(device, "SystemUnit", "Software", "Configuration", element);
  const parts = [
    ...counts.map(([element, words]) => `${value(element) || "0"} ${words}`),
    ...features.filter(([element]) => value(element) === "true").map(([, words]) => words),
  ];
  return `${parts.join(", ")}.`;
}
