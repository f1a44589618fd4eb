import type { SavedFile } from "./saved-file.ts";

/** What is sent with a form: names may repeat. */
export type SentFields = readonly (readonly [name: string, value: string | SavedFile])[];

/** A form on its way. */
export interface FormBody {
  readonly type: string;
  readonly content: string | Uint8Array;
}
