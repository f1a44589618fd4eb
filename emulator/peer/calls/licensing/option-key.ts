import { createHash } from "node:crypto";
import { optionKinds, type OptionKind } from "../../../model/option-keys.ts";

/** An option key that is good for this peer. */
export interface OptionKey {
  readonly text: string;
  readonly kind: OptionKind;
  /** How many licenses; 0 for a feature. */
  readonly count: number;
}

export type KeyVerdict =
  { readonly ok: true; readonly key: OptionKey } | { readonly ok: false; readonly reason: string };

/** `116341Y20-1-1A2B3C4D`: letter, count (00 for a feature), index of the key, check digits. */
const FORM = /^116341([A-Z])(\d{1,5})-(\d{1,3})-([0-9A-F]{8})$/;
const LONGEST_COUNT = 99_999;

const byLetter: ReadonlyMap<string, OptionKind> = new Map(optionKinds.map((kind) => [kind.letter, kind]));

/**
 * Reads a key and checks that it was made for this serial number. The product's own check digits are not published: these
 * are the emulator's, and no key of a real box is good here.
 */
export function readOptionKey(text: string, serialNumber: string): KeyVerdict {
  const parts = FORM.exec(text);
  if (!parts) return { ok: false, reason: `"${text}" is not of the form 116341<letter><count>-<index>-<8 hex digits>` };
  const [, letter = "", digits = "", index = "", check] = parts;
  const kind = byLetter.get(letter);
  if (!kind) {
    const known = optionKinds.map((known_) => known_.letter).join(", ");
    return { ok: false, reason: `key letter "${letter}" is not known; known are ${known}` };
  }
  const body = `${letter}${digits}-${index}`;
  if (check !== checkDigits(body, serialNumber))
    return { ok: false, reason: `the key was not made for serial number ${serialNumber}` };
  const count = Number(digits);
  if (kind.license !== undefined && count === 0) return { ok: false, reason: "the key has a count of 0 licenses" };
  return { ok: true, key: { text, kind, count: kind.license === undefined ? 0 : count } };
}

/**
 * Makes the key that a serial number needs for an option: `Y20` gives 20 rich media sessions, `T` or `T00` the feature.
 * @param index tells apart several keys of the same letter and count
 * @returns undefined when there is no such option
 */
export function makeOptionKey(option: string, serialNumber: string, index = 1): string | undefined {
  const [, letter = "", digits = ""] = /^([A-Z])(\d{0,5})$/.exec(option) ?? [];
  const kind = byLetter.get(letter);
  const count = Number(digits);
  if (!kind || count > LONGEST_COUNT || (kind.license === undefined ? count !== 0 : count === 0)) return undefined;
  const body = `${letter}${kind.license === undefined ? "00" : count}-${index}`;
  return `116341${body}-${checkDigits(body, serialNumber)}`;
}

const checkDigits = (body: string, serialNumber: string): string =>
  createHash("sha256").update(`${serialNumber} ${body}`).digest("hex").slice(0, 8).toUpperCase();
