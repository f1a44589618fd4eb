import type { ConfigurationItem } from "../types.ts";
import { allowDeny, enabledDisabled, onOff, patternType } from "./value-spaces.ts";

/**
 * Who may come in by the Default Zone: rules about the names in the certificate of a system that connects by SIP over TLS.
 * Labels and options: administrator guide, "Configuring Default Zone access rules". No source has paths: they are ours.
 */
export const defaultZoneAccessItems = [
  {
    path: "Zones DefaultZone AccessRules Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether the access rules tell who may come in by the Default Zone.",
    effect: "On: alarm 40033 while SIP goes over UDP or TCP",
    label: "Use Default Zone access rules",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Name",
    values: { kind: "text", min: 1, max: 50 },
    default: "",
    scope: "cluster",
    description: "Name of the rule.",
    label: "Name",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Description",
    values: { kind: "text", min: 0, max: 66 },
    default: "",
    scope: "cluster",
    description: "A free-form description of the rule.",
    label: "Description",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Priority",
    values: { kind: "integer", min: 1, max: 65534 },
    default: "100",
    scope: "cluster",
    description: "Rules are tried from the lowest number on.",
    label: "Priority",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Pattern Type",
    values: patternType,
    default: "Prefix",
    scope: "cluster",
    description: "How the pattern is compared with the names in the certificate.",
    label: "Pattern type",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Pattern String",
    values: { kind: "text", min: 1, max: 127 },
    default: "",
    scope: "cluster",
    description: "What those names are compared with.",
    label: "Pattern string",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] Action",
    values: allowDeny,
    default: "Allow",
    scope: "cluster",
    description: "What becomes of a connection that the rule takes.",
    label: "Action",
    assumed: true,
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000] State",
    values: enabledDisabled,
    default: "Enabled",
    scope: "cluster",
    description: "Whether the rule counts.",
    label: "State",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
