import { hash } from "node:crypto";

/**
 * A hash of all cluster-wide items that can follow a change of one of them without reading the others: the exclusive or
 * of the SHA-256 of each item. The order of the items does not matter to it, so no canonical order is needed. It guards
 * against accidents and damage, not against somebody who forges items.
 */
export class ClusterDigest {
  readonly #sum = new Uint32Array(8);

  /** 64 hex digits. */
  get text(): string {
    return Buffer.from(this.#sum.buffer).toString("hex");
  }

  clone(): ClusterDigest {
    const copy = new ClusterDigest();
    copy.#sum.set(this.#sum);
    return copy;
  }

  /** An item went from one value to another; null is "not set". */
  replace(path: string, from: string | null, to: string | null): void {
    if (from === to) return;
    if (from !== null) this.#toggle(path, from);
    if (to !== null) this.#toggle(path, to);
  }

  #toggle(path: string, value: string): void {
    const digest = hash("sha256", `${path}\u0000${value}`, "buffer");
    for (let word = 0; word < 8; word++) this.#sum[word] = (this.#sum[word] ?? 0) ^ digest.readUInt32LE(word * 4);
  }
}
