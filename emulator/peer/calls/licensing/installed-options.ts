import { type LicenseKind, optionKinds } from "../../../model/option-keys.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";
import { type OptionKey, readOptionKey } from "./option-key.ts";

/** The slots of `Option [1..64] Key`. */
export const OPTION_SLOTS = 64;

/** What the keys in the slots of one peer allow. A feature whose key needs a restart counts from the restart on. */
export class InstalledOptions {
  /** Letters of the keys that need a restart, as they were at the last one. */
  readonly #atRestart: ReadonlySet<string>;
  readonly alarmConditions: readonly AlarmCondition[];
  #slots: ReadonlyMap<number, OptionKey>;

  constructor(configuration: Configuration, serialNumber: string) {
    this.#slots = readSlots(configuration, serialNumber);
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith("Option "))) this.#slots = readSlots(configuration, serialNumber);
    });
    this.#atRestart = new Set(this.keys().map((key) => key.kind.letter));
    const alarms = new Set(optionKinds.flatMap((kind) => kind.restartAlarm ?? []));
    this.alarmConditions = [...alarms].map((alarm): AlarmCondition => ({
      alarm,
      holds: () => {
        const facts = optionKinds
          .filter((kind) => kind.restartAlarm === alarm && this.#installed(kind.letter) !== this.has(kind.letter))
          .map(({ words, letter }) => `the key for ${words} was ${this.has(letter) ? "deleted" : "added"}`);
        return facts.length > 0 ? { facts, clearedBy: "a restart" } : undefined;
      },
    }));
  }

  /** The keys by slot, those that are good for this peer. */
  get slots(): ReadonlyMap<number, OptionKey> {
    return this.#slots;
  }

  keys(): readonly OptionKey[] {
    return [...this.#slots.values()];
  }

  /** The letters of the features that are active, in the order of the alphabet. */
  get features(): readonly string[] {
    return optionKinds
      .filter((kind) => kind.license === undefined && this.has(kind.letter))
      .map((kind) => kind.letter)
      .toSorted();
  }

  /** True while the feature of a letter is active. */
  has(letter: string): boolean {
    const kind = optionKinds.find((known) => known.letter === letter);
    return kind?.restartAlarm === undefined ? this.#installed(letter) : this.#atRestart.has(letter);
  }

  /** How many licenses of a kind this peer's own keys give. */
  count(license: LicenseKind): number {
    return this.keys()
      .filter((key) => key.kind.license === license)
      .reduce((sum, key) => sum + key.count, 0);
  }

  #installed(letter: string): boolean {
    return this.keys().some((key) => key.kind.letter === letter);
  }
}

function readSlots(configuration: Configuration, serialNumber: string): ReadonlyMap<number, OptionKey> {
  const found = new Map<number, OptionKey>();
  for (let slot = 1; slot <= OPTION_SLOTS; slot++) {
    const text = configuration.get(`Option ${slot} Key`);
    const verdict = text === "" ? undefined : readOptionKey(text, serialNumber);
    if (verdict?.ok) found.set(slot, verdict.key);
  }
  return found;
}

/** Refuses a key that is malformed, of another peer, or there already. */
export function guardOptionKeys(configuration: Configuration, serialNumber: string): void {
  configuration.guard((changes, after): ChangeResult => {
    for (const { path, value } of changes) {
      if (!path.startsWith("Option ") || value === null || value === "") continue;
      const verdict = readOptionKey(value, serialNumber);
      if (!verdict.ok) return { ok: false, path, reason: verdict.reason };
      for (let slot = 1; slot <= OPTION_SLOTS; slot++) {
        const other = `Option ${slot} Key` as const;
        if (other !== path && after(other) === value)
          return { ok: false, path, reason: `the key is installed already, as option ${slot}` };
      }
    }
    return { ok: true };
  });
}
