import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Services of media gateways.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const servicesItems = [
  {
    path: "Services AdvancedMediaGateway Zone Name",
    values: { kind: "text", min: 0, max: 50 },
    default: "",
    scope: "cluster",
    description: "Zone of the advanced media gateway.",
    assumed: true,
  },
  {
    path: "Services AdvancedMediaGateway Policy Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether rules decide which calls go through the advanced media gateway.",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
