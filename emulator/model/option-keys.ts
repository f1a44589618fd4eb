import type { AlarmId } from "./alarms/index.ts";

/** What a call, a registration or a relay takes one of. */
export type LicenseKind =
  "rich media session" | "traversal call" | "non-traversal call" | "registration" | "TURN relay";

/** What the key with one letter allows. */
export interface OptionKind {
  /** The letter after 116341 in a key. */
  readonly letter: string;
  /** The words of the Overview and Option keys pages; after a count where the key has one. */
  readonly words: string;
  /** The element under SystemUnit/Software/Configuration that tells of it. */
  readonly element: string;
  /** Present on a key that counts licenses; the others switch a feature on. */
  readonly license?: LicenseKind;
  /** The alarm until the restart that the key needs to become active. */
  readonly restartAlarm?: AlarmId;
}

/**
 * The kinds of option keys. Administrator Guide, "Product identifiers and corresponding keys"; words of the Overview page
 * as clients of X8.11 boxes read them; which keys need a restart: Administrator Guide, "Option keys".
 */
export const optionKinds: readonly OptionKind[] = [
  { letter: "V", words: "Non Traversal Calls", element: "NonTraversalCalls", license: "non-traversal call" },
  { letter: "W", words: "Traversal Calls", element: "TraversalCalls", license: "traversal call" },
  { letter: "Y", words: "Rich Media Sessions", element: "TraversalCalls", license: "rich media session" },
  { letter: "R", words: "Registrations", element: "Registrations", license: "registration" },
  { letter: "I", words: "TURN Relays", element: "TURN", license: "TURN relay" },
  { letter: "T", words: "Traversal Server", element: "Expressway", restartAlarm: 30025 },
  { letter: "G", words: "Interworking", element: "Interworking" },
  { letter: "U", words: "FindMe", element: "FindMe" },
  { letter: "P", words: "Device Provisioning", element: "DeviceProvisioning" },
  { letter: "L", words: "Advanced Networking", element: "DualNetworkInterfaces", restartAlarm: 25006 },
  { letter: "J", words: "Advanced Account Security", element: "AdvancedAccountSecurity" },
  { letter: "C", words: "Microsoft Interoperability", element: "EnhancedOCSCollaboration" },
  { letter: "E", words: "Expressway Series", element: "ExpresswaySeries", restartAlarm: 30025 },
];
