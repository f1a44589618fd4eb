import type { SentFields } from "../../../form/sent-fields.ts";

type Chosen = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** The file of a field that has to be there. Its name is never used: files have their own places on the peer. */
export function chosenFile(sent: SentFields, field: string, what: string): Chosen {
  const { name, bytes } = sent.file(field);
  if (name === "" && bytes.length === 0) return { ok: false, reason: `${what}: no file is selected` };
  return { ok: true, bytes };
}
