import { createCipheriv, createDecipheriv } from "node:crypto";
import { MalformedMessage } from "../malformed.ts";

/**
 * A frame of the database channel: length of what follows (4), association (8), initialisation vector (12), message
 * under AES-256-GCM, tag (16). The association is authenticated with it.
 */
const LENGTH_BYTES = 4;
const ASSOCIATION_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** 50,000 items are about 5 MB; a frame beyond this is an attack or a mistake. */
const LARGEST_FRAME_BYTES = 256 * 1024 * 1024;

export function sealFrame(message: Uint8Array, association: string, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const name = Buffer.from(association, "hex");
  cipher.setAAD(name);
  const sealed = Buffer.concat([name, iv, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.allocUnsafe(LENGTH_BYTES);
  length.writeUInt32BE(sealed.byteLength);
  return Buffer.concat([length, sealed]);
}

/** @returns undefined when the association is unknown or the frame was altered */
export function openFrame(
  frame: Uint8Array,
  keyOf: (association: string) => Uint8Array | undefined,
): { association: string; message: Uint8Array } | undefined {
  if (frame.byteLength < ASSOCIATION_BYTES + IV_BYTES + TAG_BYTES) {
    throw new MalformedMessage(`a frame of ${frame.byteLength} bytes is too short`);
  }
  const name = frame.subarray(0, ASSOCIATION_BYTES);
  const association = Buffer.from(name).toString("hex");
  const key = keyOf(association);
  if (!key) return undefined;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    key,
    frame.subarray(ASSOCIATION_BYTES, ASSOCIATION_BYTES + IV_BYTES),
  );
  decipher.setAAD(name);
  decipher.setAuthTag(frame.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(frame.subarray(ASSOCIATION_BYTES + IV_BYTES, -TAG_BYTES));
    return { association, message: Buffer.concat([text, decipher.final()]) };
  } catch {
    return undefined;
  }
}

/** Cuts a stream of bytes into frames. */
export class FrameReader {
  readonly #chunks: Uint8Array[] = [];
  #buffered = 0;

  /**
   * @returns the frames that the bytes complete, without their length
   * @throws MalformedMessage when a length cannot be right
   */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#chunks.push(chunk);
    this.#buffered += chunk.byteLength;
    const frames: Uint8Array[] = [];
    for (
      let length = this.#frameLength();
      length !== undefined && this.#buffered >= LENGTH_BYTES + length;
      length = this.#frameLength()
    ) {
      const all = this.#joined();
      frames.push(all.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
      const rest = all.subarray(LENGTH_BYTES + length);
      this.#chunks.splice(0, this.#chunks.length, rest);
      this.#buffered = rest.byteLength;
    }
    return frames;
  }

  #frameLength(): number | undefined {
    if (this.#buffered < LENGTH_BYTES) return undefined;
    if ((this.#chunks[0]?.byteLength ?? 0) < LENGTH_BYTES) this.#joined();
    const head = this.#chunks[0] ?? new Uint8Array(LENGTH_BYTES);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
    if (length > LARGEST_FRAME_BYTES) throw new MalformedMessage(`a frame of ${length} bytes is too long`);
    return length;
  }

  /** Joined only when a frame is complete, so that a large one is copied once. */
  #joined(): Buffer {
    const all = Buffer.concat(this.#chunks);
    this.#chunks.splice(0, this.#chunks.length, all);
    return all;
  }
}
