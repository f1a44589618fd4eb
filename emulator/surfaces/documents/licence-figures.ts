import type { LicenceKind } from "../../model/option-keys.ts";
import type { Device } from "../../peer/device.ts";
import type { LicenceUse } from "../../peer/calls/licensing/capacity-alarms.ts";
import { TOKENS_PER_LICENCE } from "../../peer/calls/licensing/licensing.ts";

/** Use of one kind of licence, in licences, as every surface tells it. */
export interface LicenceFigures extends LicenceUse {
  /** Most that this peer took at once since its restart. */
  readonly peak: number;
}

const peaks: Readonly<Record<LicenceKind, (device: Device) => number>> = {
  "rich media session": ({ calls }) => calls.counters.peakTokens("traversal") / TOKENS_PER_LICENCE,
  "traversal call": ({ calls }) => calls.counters.peakTokens("traversal") / TOKENS_PER_LICENCE,
  "non-traversal call": ({ calls }) => calls.counters.peakTokens("nonTraversal") / TOKENS_PER_LICENCE,
  registration: ({ registrations }) => registrations.counter.values.Max,
  "TURN relay": ({ turn }) => turn.count.Max,
};

/** @returns undefined for a kind that the product does not have */
export function licenceFigures(device: Device, kind: LicenceKind): LicenceFigures | undefined {
  const use = device.licensing.use(kind);
  return use && { ...use, peak: peaks[kind](device) };
}

/** `25%`; none of none is 0. */
export const percentOf = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`;
