import { isIPv4 } from "node:net";

/** The last number of an address of a host goes up to this. */
const LAST_HOST = 254;

/**
 * A text as somebody in a hurry types it: the last two letters of its first word that differ are swapped, or the last is there twice.
 * An address becomes one that nobody has.
 */
export function mistyped(text: string, taken: readonly string[] = []): string {
  if (isIPv4(text)) return mistypedAddress(text, taken);
  const [word = "", ...rest] = text.split(".");
  for (let place = word.length - 2; place >= 0; place--) {
    const [one = "", other = ""] = word.slice(place, place + 2);
    if (one !== other) return [`${word.slice(0, place)}${other}${one}${word.slice(place + 2)}`, ...rest].join(".");
  }
  return [`${word}${word.at(-1) ?? "x"}`, ...rest].join(".");
}

function mistypedAddress(address: string, taken: readonly string[]): string {
  const numbers = address.split(".");
  const last = numbers.pop() ?? "";
  const near = Array.from({ length: LAST_HOST }, (_, place) => String(place + 1));
  const swapped = last.length < 2 ? `${last}${last}` : `${last.slice(0, -2)}${last.at(-1)}${last.at(-2)}`;
  const wrong = [swapped, ...near].find((number) => {
    const isHost = !number.startsWith("0") && Number(number) >= 1 && Number(number) <= LAST_HOST;
    return isHost && number !== last && !taken.includes([...numbers, number].join("."));
  });
  return [...numbers, wrong ?? "0"].join(".");
}
