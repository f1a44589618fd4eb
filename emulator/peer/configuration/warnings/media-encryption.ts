import { mediaEncryptionWords } from "../../../model/media-encryption.ts";

/** A SIP media encryption mode as the alarms call it. */
export const inWords = (mode: string): string => mediaEncryptionWords[mode] ?? mode;

/** Keys of encrypted media are exchanged in SIP messages, and so only TLS keeps them secret. */
export const needsTls = (mode: string): boolean => mode === "BestEffort" || mode === "On";
