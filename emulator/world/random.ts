import { createHash, randomBytes } from "node:crypto";

/** Where all chance comes from. */
export interface Random {
  bytes(count: number): Uint8Array;
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  uuid(): string;
}

/** Chance from the machine: for labs that people use. */
export const machineRandom: Random = {
  bytes: (count) => randomBytes(count),
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  uuid: () => uuidFrom(randomBytes(16)),
};

/** Chance from a seed: the same seed gives the same run. */
export function seededRandom(seed: number | string): Random {
  // xoshiro128**: small, fast and good enough to draw faults from; secrets of a simulation need no more.
  const state = new Uint32Array(
    Uint8Array.from(createHash("sha256").update(String(seed)).digest().subarray(0, 16)).buffer,
  );
  const uint32 = (): number => {
    const [a, b, c, d] = state as unknown as [number, number, number, number];
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    state[2] = c ^ a;
    state[3] = d ^ b;
    state[1] = b ^ (c ^ a);
    state[0] = a ^ (d ^ b);
    state[2] = c ^ a ^ (b << 9);
    state[3] = rotateLeft(d ^ b, 11);
    return result;
  };
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => uint32() >>> 24);
  return { bytes, fraction: () => uint32() / 2 ** 32, uuid: () => uuidFrom(bytes(16)) };
}

/** A version 4 UUID made of 16 bytes. */
function uuidFrom(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function rotateLeft(value: number, by: number): number {
  return ((value << by) | (value >>> (32 - by))) >>> 0;
}
