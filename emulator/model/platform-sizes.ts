import type { PlatformSize } from "./capacity.ts";

export interface PlatformSizes {
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

const GIB = 1024 ** 3;
const DISK = 132 * GIB;

/**
 * What the machine of a peer has. Memory of medium and large: virtual machines of later releases; that of small, and the
 * disk of all, are assumed.
 */
export const platformSizes: Readonly<Record<PlatformSize, PlatformSizes>> = {
  small: { memoryBytes: 4 * GIB, diskBytes: DISK },
  medium: { memoryBytes: 4 * GIB, diskBytes: DISK },
  large: { memoryBytes: 6 * GIB, diskBytes: DISK },
};
