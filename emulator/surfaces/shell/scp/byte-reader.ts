const LINE_FEED = 0x0a;

/** Reads what comes in chunks by lines and by numbers of bytes. */
export class ByteReader {
  #pending = Buffer.alloc(0);

  constructor(private readonly chunks: AsyncIterator<Buffer>) {}

  /** Undefined at the end, and for a line that is longer than that. */
  async line(longestBytes: number): Promise<string | undefined> {
    for (;;) {
      const end = this.#pending.indexOf(LINE_FEED);
      if (end >= 0) return this.#cut(end + 1).toString("utf8", 0, end);
      if (this.#pending.length > longestBytes || !(await this.#more())) return undefined;
    }
  }

  /** Undefined when the end comes before. */
  async bytes(count: number): Promise<Buffer | undefined> {
    while (this.#pending.length < count) if (!(await this.#more())) return undefined;
    return this.#cut(count);
  }

  #cut(count: number): Buffer {
    const cut = this.#pending.subarray(0, count);
    this.#pending = this.#pending.subarray(count);
    return cut;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.chunks.next();
    if (done) return false;
    this.#pending = Buffer.concat([this.#pending, value]);
    return true;
  }
}
