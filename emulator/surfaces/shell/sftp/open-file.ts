/** A file that a client has opened. What it writes is kept here until it closes the file. */
export class OpenFile {
  #bytes: Buffer;
  #changed = false;
  #incomplete = false;

  constructor(
    readonly path: string,
    readonly writable: boolean,
    content: Buffer,
    { empty = false }: { readonly empty?: boolean } = {},
  ) {
    this.#bytes = empty ? Buffer.alloc(0) : content;
    this.#changed = empty;
  }

  /** Whether there is something to take over when it closes. */
  get changed(): boolean {
    return this.#changed;
  }

  /** A part of what was written is lost: there is nothing that could be taken over. */
  get incomplete(): boolean {
    return this.#incomplete;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Undefined at the end. */
  read(offset: number, length: number): Buffer | undefined {
    const part = this.#bytes.subarray(offset, offset + length);
    return part.length > 0 ? part : undefined;
  }

  /** @returns false, and changes nothing, when the file is shorter than that */
  truncate(sizeBytes: number): boolean {
    if (sizeBytes > this.#bytes.length) return false;
    this.#changed ||= sizeBytes < this.#bytes.length;
    this.#bytes = this.#bytes.subarray(0, sizeBytes);
    return true;
  }

  /** @returns false, and writes nothing, when the file would become larger than that */
  write(offset: number, data: Buffer, largestBytes: number): boolean {
    const end = offset + data.length;
    if (end > largestBytes) {
      this.#incomplete = true;
      return false;
    }
    if (end > this.#bytes.length) {
      const grown = Buffer.alloc(end);
      this.#bytes.copy(grown);
      this.#bytes = grown;
    }
    data.copy(this.#bytes, offset);
    this.#changed = true;
    return true;
  }
}
