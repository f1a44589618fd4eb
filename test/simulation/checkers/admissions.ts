import type { Checker, Moment, Tell } from "./checker.ts";

/** No peer admits a call beyond its platform, nor beyond the licenses and the use that it knows of. */
export class AdmissionsAreWithinLimits implements Checker {
  readonly invariant = "admission";
  readonly follows = "usage";
  readonly #seen = new Set<string>();

  look({ views }: Moment, tell: Tell): void {
    for (const { index, device } of views) {
      for (const { serialNumber, license } of device.calls.active()) {
        if (this.#seen.has(serialNumber)) continue;
        this.#seen.add(serialNumber);
        const use = device.licensing.use(license);
        if (use && use.own > use.physical) tell(`peer ${index}, platform`, `${use.own} calls are beyond its platform`);
        if (use && use.cluster > use.pool)
          tell(`peer ${index}, pool`, `${use.cluster} of ${use.pool} licenses are in use`);
      }
    }
  }
}
