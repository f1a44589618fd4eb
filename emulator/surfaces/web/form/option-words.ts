export { mediaEncryptionWords } from "../../../model/media-encryption.ts";

/** The page's words for values that the CLI writes otherwise. */
export type OptionWords = Readonly<Record<string, string>>;

/** A value in the words of the page. */
export const toWords = (words: OptionWords | undefined, value: string): string => words?.[value] ?? value;

/** The value that the words of the page stand for; other words stand for themselves, for the model to judge. */
export function fromWords(words: OptionWords | undefined, text: string): string {
  const wanted = text.toLowerCase();
  const known = Object.entries(words ?? {}).find(([, shown]) => shown.toLowerCase() === wanted);
  return known?.[0] ?? text;
}

// Words that several pages share. Administrator Guide, the chapters of the fields.

export const authenticationPolicyWords: OptionWords = {
  DoNotCheckCredentials: "Do not check credentials",
  TreatAsAuthenticated: "Treat as authenticated",
  CheckCredentials: "Check credentials",
};

export const clientSecurityWords: OptionWords = {
  NotRequired: "Not required",
  Validation: "Certificate validation",
  Authentication: "Certificate-based authentication",
};

export const revocationFallbackWords: OptionWords = { Ignore: "Treat as not revoked", Fail: "Treat as revoked" };

/** Settings that the CLI switches On and Off and that the pages answer with Yes and No. */
export const yesNoWords: OptionWords = { On: "Yes", Off: "No" };

export const h323TraversalWords: OptionWords = { H46018: "H.460.18" };

export const zoneTypeWords: OptionWords = { TraversalClient: "Traversal client", TraversalServer: "Traversal server" };

export const zoneProfileWords: OptionWords = {
  CiscoUnifiedCommunicationsManager: "Cisco Unified Communications Manager",
  CiscoUnifiedCommunicationsManagerBFCP: "Cisco Unified Communications Manager (BFCP)",
  NortelCS1000: "Nortel Communication Server 1000",
  NonRegisteringDevice: "Infrastructure device",
  LocalB2BUAService: "Local B2BUA service",
};

export const bandwidthModeWords: OptionWords = { NoBandwidth: "No bandwidth" };

export const protocolWords: OptionWords = { H323: "H.323" };

export const patternBehaviorWords: OptionWords = { AddPrefix: "Add Prefix", AddSuffix: "Add Suffix" };

export const accessLevelWords: OptionWords = { ReadWrite: "Read-write", ReadOnly: "Read-only" };

export const enabledWords: OptionWords = { On: "Enabled", Off: "Disabled" };
