import { createHash } from "node:crypto";
import type { ValueSpace } from "../../../model/types.ts";
import type { Store } from "../../../store/store.ts";
import { checkValue } from "../../configuration/value-space.ts";
import type { Actor } from "../../core/actor.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";

/** What may be entered as a release key: any text. Whether it is valid shows after the next restart. */
export const releaseKeySpace: ValueSpace = { kind: "text", min: 1, max: 90 };

/** Any text, or why it cannot be one. */
type EnteredKey = ReturnType<typeof checkValue>;

/**
 * The release key that a serial number needs for a version of the software: 16 hex digits, the same for all minor versions.
 * The product's own are not published: these are the emulator's, and no key of a real box is good here.
 * @param softwareVersion `X8.1`
 */
export function makeReleaseKey(serialNumber: string, softwareVersion: string): string {
  const major = softwareVersion.split(".")[0] ?? softwareVersion;
  return createHash("sha256").update(`${serialNumber} release ${major}`).digest("hex").slice(0, 16).toUpperCase();
}

/** Checks what somebody has entered, the spaces around it left out. */
export const checkReleaseKey = (entered: string): EnteredKey => checkValue(releaseKeySpace, entered.trim());

export interface ReleaseKeyOptions {
  readonly identity: Identity;
  readonly store: Store;
  readonly facts: Facts;
  readonly log: EventLog;
}

/** The release key of this peer: entered on Maintenance > Option keys or with an upgrade, looked at when the peer starts. */
export class ReleaseKey implements Part {
  readonly name = "release key";
  readonly alarmConditions: readonly AlarmCondition[];
  readonly #atStart: string;
  #text: string;

  constructor(private readonly options: ReleaseKeyOptions) {
    const { serialNumber, softwareVersion } = options.identity;
    this.#text = options.store.state.get("release key") ?? "";
    this.#atStart = this.#text;
    const valid = this.#atStart === makeReleaseKey(serialNumber, softwareVersion);
    this.alarmConditions = [
      {
        alarm: 30008,
        holds: () =>
          valid
            ? undefined
            : {
                facts: [
                  `the release key was ${this.#atStart || "blank"} at the last restart`,
                  `it is not the one of serial number ${serialNumber} for ${softwareVersion}`,
                ],
                clearedBy: "enter a valid release key on Maintenance > Option keys, and restart",
              },
      },
      {
        alarm: 30006,
        holds: () =>
          this.#text === this.#atStart
            ? undefined
            : {
                facts: [`the release key was ${this.#atStart || "blank"} at the last restart and is ${this.#text} now`],
                clearedBy: "a restart",
              },
      },
    ];
  }

  /** As it was entered last; blank where none was. */
  get text(): string {
    return this.#text;
  }

  /** Takes any text; it counts from the next restart on. */
  enter(entered: string, actor: Actor): EnteredKey {
    const checked = checkReleaseKey(entered);
    if (!checked.ok || checked.value === this.#text) return checked;
    this.#text = checked.value;
    this.options.store.state.put("release key", checked.value);
    this.options.log.changed("release key changed", actor);
    this.options.facts.changed();
    return checked;
  }
}
