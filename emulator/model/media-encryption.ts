/** SIP media encryption modes in the words of pages and alarms, where they differ from the values. Administrator Guide, "Media encryption policy". */
export const mediaEncryptionWords: Readonly<Record<string, string>> = {
  Off: "Force unencrypted",
  On: "Force encrypted",
  BestEffort: "Best effort",
};
