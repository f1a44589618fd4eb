import type { LicenseKind } from "./option-keys.ts";

/** The two families share software; an Expressway has rich media sessions where a VCS has calls and registrations. */
export type ProductFamily = "expressway" | "vcs";
export type PlatformSize = "small" | "medium" | "large";

/** What one peer can carry at the same time, however many licenses there are. A kind that is missing is not carried. */
export type Capacity = Readonly<Partial<Record<LicenseKind, number>>>;

const SMALL_EXPRESSWAY: Capacity = { "rich media session": 150, "TURN relay": 1800 };
const SMALL_VCS: Capacity = {
  "traversal call": 150,
  "non-traversal call": 750,
  registration: 2500,
  "TURN relay": 1800,
};

/** Administrator Guide X8.1 p213/214 (Expressway), X8.1.1 p158ff (VCS). */
export const capacities: Readonly<Record<ProductFamily, Readonly<Record<PlatformSize, Capacity>>>> = {
  expressway: {
    small: SMALL_EXPRESSWAY,
    medium: SMALL_EXPRESSWAY,
    large: { "rich media session": 500, "TURN relay": 6000 },
  },
  vcs: {
    small: SMALL_VCS,
    medium: SMALL_VCS,
    large: { "traversal call": 500, "non-traversal call": 750, registration: 5000, "TURN relay": 6000 },
  },
};

/**
 * Which licenses any peer may use wherever they are installed: the guide's "Option keys" for the Expressway, the
 * administrator guide X8.1.1 p158ff for the VCS, where relays and registrations stay with their peer.
 */
export const pooledLicenses: Readonly<Record<ProductFamily, readonly LicenseKind[]>> = {
  expressway: ["rich media session", "TURN relay"],
  vcs: ["traversal call", "non-traversal call"],
};
