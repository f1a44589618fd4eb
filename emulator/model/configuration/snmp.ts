import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * SNMP.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const snmpItems = [
  {
    path: "SNMP CommunityName",
    values: { kind: "text", min: 0, max: 16 },
    default: "public",
    scope: "peer",
    description: "Word that SNMP v2c requests have to name.",
    label: "Community name",
  },
  {
    path: "SNMP SystemContact",
    values: { kind: "text", min: 0, max: 70 },
    default: "Administrator",
    scope: "peer",
    description: "Whom to turn to about this peer.",
    label: "System contact",
  },
  {
    path: "SNMP SystemLocation",
    values: { kind: "text", min: 0, max: 70 },
    default: "",
    scope: "peer",
    description: "Where this peer stands.",
    label: "Location",
  },
  {
    path: "SNMP V1Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether SNMP v1 requests are answered.",
    label: "SNMP v1 mode",
  },
  {
    path: "SNMP V2cMode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether SNMP v2c requests are answered.",
    label: "SNMP v2c mode",
  },
  {
    path: "SNMP V3AuthenticationMode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether SNMP v3 users have to authenticate.",
    label: "Authentication mode",
  },
  {
    path: "SNMP V3AuthenticationPassword",
    values: { kind: "secret", min: 0, max: 215 },
    default: "",
    scope: "peer",
    description: "Password that SNMP v3 authenticates with.",
    label: "Password",
  },
  {
    path: "SNMP V3AuthenticationType",
    values: { kind: "oneOf", values: ["MD5", "SHA"] },
    default: "SHA",
    scope: "peer",
    description: "Hash that SNMP v3 authenticates with.",
    label: "Type",
  },
  {
    path: "SNMP V3Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether SNMP v3 requests are answered.",
    label: "SNMP v3 mode",
  },
  {
    path: "SNMP V3PrivacyMode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether SNMP v3 messages are encrypted.",
    label: "Privacy mode",
  },
  {
    path: "SNMP V3PrivacyPassword",
    values: { kind: "secret", min: 0, max: 215 },
    default: "",
    scope: "peer",
    description: "Password that SNMP v3 encrypts with.",
    label: "Password",
  },
  {
    path: "SNMP V3PrivacyType",
    values: { kind: "oneOf", values: ["AES"] },
    default: "AES",
    scope: "peer",
    description: "Cipher that SNMP v3 encrypts with.",
    label: "Type",
  },
  {
    path: "SNMP V3UserName",
    values: { kind: "text", min: 0, max: 70 },
    default: "",
    scope: "peer",
    description: "User name of SNMP v3.",
    label: "Username",
  },
] as const satisfies readonly ConfigurationItem[];
