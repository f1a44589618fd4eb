import type { LicenseKind } from "../../model/option-keys.ts";
import type { Device } from "../../peer/device.ts";
import type { LicenseUse } from "../../peer/calls/licensing/capacity-alarms.ts";
import { TOKENS_PER_LICENCE } from "../../peer/calls/licensing/licensing.ts";

/** Use of one kind of license, in licenses, as every surface tells it. */
export interface LicenseFigures extends LicenseUse {
  /** Most that this peer took at once since its restart. */
  readonly peak: number;
}

const peaks: Readonly<Record<LicenseKind, (device: Device) => number>> = {
  "rich media session": ({ calls }) => calls.counters.peakTokens("traversal") / TOKENS_PER_LICENCE,
  "traversal call": ({ calls }) => calls.counters.peakTokens("traversal") / TOKENS_PER_LICENCE,
  "non-traversal call": ({ calls }) => calls.counters.peakTokens("nonTraversal") / TOKENS_PER_LICENCE,
  registration: ({ registrations }) => registrations.counter.values.Max,
  "TURN relay": ({ turn }) => turn.count.Max,
};

/** @returns undefined for a kind that the product does not have */
export function licenseFigures(device: Device, kind: LicenseKind): LicenseFigures | undefined {
  const use = device.licensing.use(kind);
  return use && { ...use, peak: peaks[kind](device) };
}

/** `25%`; none of none is 0. */
export const percentOf = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`;
