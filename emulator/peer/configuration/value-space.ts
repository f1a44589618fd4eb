import type { ValueSpace } from "../../model/types.ts";
import { textFormats } from "./text-formats.ts";

/** The canonical spelling of an allowed value, or why a value is refused (one sentence without a full stop). */
export type CheckedValue =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

type TextSpace = Extract<ValueSpace, { kind: "text" }>;
type SecretSpace = Extract<ValueSpace, { kind: "secret" }>;
type IntegerSpace = Extract<ValueSpace, { kind: "integer" }>;
type OneOfSpace = Extract<ValueSpace, { kind: "oneOf" }>;

const longestShown = 80;

// Control characters but the tab, and halves of surrogate pairs: neither XML nor the CLI can carry them.
const uncarriable = /[^\P{Cc}\t]|\p{Cs}/u;

/**
 * Checks a value as typed or sent, without quotes. Enumerations match in any case and come back in the table's
 * spelling, whole numbers without sign and leading zeros, texts as they are. An empty text is taken when `min` is 0.
 */
export function checkValue(space: ValueSpace, text: string): CheckedValue {
  switch (space.kind) {
    case "oneOf":
      return checkOneOf(space, text);
    case "integer":
      return checkInteger(space, text);
    case "text":
      return checkText(space, text);
    case "secret":
      return checkLength(space, text, "the text");
  }
}

/** The value space as help texts print it: `<On/Off>`, `<0..63>`, `<S: 0, 50>`. */
export function describeValueSpace(space: ValueSpace): string {
  switch (space.kind) {
    case "oneOf":
      return `<${space.values.join("/")}>`;
    case "integer":
      return `<${space.min}..${space.max}>`;
    case "text":
    case "secret":
      return `<S: ${space.min}, ${space.max}>`;
  }
}

function checkOneOf({ values }: OneOfSpace, text: string): CheckedValue {
  const wanted = text.toLowerCase();
  const value = values.find((candidate) => candidate.toLowerCase() === wanted);
  if (value !== undefined) return { ok: true, value };
  return refused(`${shown(text)} is not allowed: one of ${values.join(", ")}`);
}

function checkInteger({ min, max }: IntegerSpace, text: string): CheckedValue {
  const number = /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return { ok: true, value: String(number === 0 ? 0 : number) };
  return refused(`${shown(text)} is not allowed: a whole number from ${min} to ${max}`);
}

function checkText(space: TextSpace, text: string): CheckedValue {
  const checked = checkLength(space, text, shown(text));
  if (!checked.ok || text === "" || space.format === undefined) return checked;
  const format = textFormats[space.format];
  return format.matches(text) ? checked : refused(`${shown(text)} is not allowed: ${format.allowed}`);
}

/** `subject` stands for the value in the reasons, so that a secret is never repeated. */
function checkLength({ min, max }: TextSpace | SecretSpace, text: string, subject: string): CheckedValue {
  if (uncarriable.test(text)) return refused(`${subject} is not allowed: no control characters`);
  const length = text.length <= max ? text.length : [...text].length;
  if (length > max) return refused(`${subject} is too long: ${min} to ${max} characters`);
  if (length < min) return refused(`${subject} is too short: ${min} to ${max} characters`);
  return { ok: true, value: text };
}

function refused(reason: string): CheckedValue {
  return { ok: false, reason };
}

/** The value seen, shortened so that a reason stays one line. */
function shown(text: string): string {
  const carried = text.replaceAll(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");
  return carried.length > longestShown ? `"${[...carried].slice(0, longestShown).join("")}…"` : `"${carried}"`;
}
