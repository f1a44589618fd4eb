import { imageKindOf, imageKinds, isWhole } from "../../../../protocol/images/image-kind.ts";
import type { Store } from "../../../store/store.ts";

/** Assumed: no source gives a limit. This is plenty for 200 by 200 pixels, and keeps the store small. */
export const LARGEST_IMAGE_BYTES = 512 * 1024;

export interface LoginImageFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type ImageResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The image of the log-in page (administrator guide, "Configuring the Login page": a JPG, GIF or PNG file). */
export class LoginImage {
  /** Read once: it goes with every log-in page. */
  #file: LoginImageFile | undefined;

  constructor(private readonly store: Store) {
    const kept = store.state.get("login image");
    this.#file = kept && { mediaType: kept.mediaType, bytes: Buffer.from(kept.image, "base64") };
  }

  /** @returns undefined where none was uploaded */
  get file(): LoginImageFile | undefined {
    return this.#file;
  }

  /** Takes an image in place of the one before. */
  upload(bytes: Uint8Array): ImageResult {
    if (bytes.length === 0) return { ok: false, reason: "no file was chosen, or the file is empty" };
    if (bytes.length > LARGEST_IMAGE_BYTES) {
      const most = LARGEST_IMAGE_BYTES / 1024;
      return { ok: false, reason: `the image has ${Math.ceil(bytes.length / 1024)} kB: it may have up to ${most} kB` };
    }
    const kind = imageKindOf(bytes);
    if (!kind) {
      const kinds = imageKinds.map(({ name }) => name).join(", ");
      return { ok: false, reason: `the file is none of these kinds of image: ${kinds}` };
    }
    if (!isWhole(bytes, kind))
      return { ok: false, reason: `the file is cut short: the end of a ${kind.name} is not in it` };
    const { mediaType } = kind;
    this.store.state.put("login image", { mediaType, image: Buffer.from(bytes).toString("base64") });
    this.#file = { mediaType, bytes };
    return { ok: true };
  }

  delete(): ImageResult {
    if (!this.#file) return { ok: false, reason: "there is no image" };
    this.store.state.remove("login image");
    this.#file = undefined;
    return { ok: true };
  }
}
