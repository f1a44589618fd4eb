import { isIPv4 } from "node:net";
import { InvalidArgumentError } from "commander";
import { VERSION_PATTERN } from "../../peer/core/identity.ts";
import type { Endpoint } from "../../world/endpoint.ts";

/** Reads the value of an option; what commander shows when it is refused names the value and what is allowed. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !(value >= least && value <= most))
      throw new InvalidArgumentError(`Allowed: ${least} to ${most}.`);
    return value;
  };
}

/** The same for a whole number. */
export function integerBetween(least: number, most: number): (text: string) => number {
  const read = numberBetween(least, most);
  return (text) => {
    const value = read(text);
    if (!Number.isInteger(value)) throw new InvalidArgumentError(`Allowed: a whole number, ${least} to ${most}.`);
    return value;
  };
}

/** An IPv4 address. */
export function ipv4Address(text: string): string {
  if (!isIPv4(text)) throw new InvalidArgumentError("Allowed: an IPv4 address, for example 127.0.10.1.");
  return text;
}

/** Eight hex digits in upper case. */
export function serialNumber(text: string): string {
  if (!/^[0-9A-F]{8}$/.test(text))
    throw new InvalidArgumentError("Allowed: 8 hex digits in upper case, for example 0E5C0001.");
  return text;
}

/** `X8.1` */
export function softwareVersion(text: string): string {
  if (!VERSION_PATTERN.test(text))
    throw new InvalidArgumentError("Allowed: a version as the product writes it, for example X8.1.");
  return text;
}

export function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const found = values.find((value) => value === text);
    if (!found) throw new InvalidArgumentError(`Allowed: ${values.join(", ")}.`);
    return found;
  };
}

/** `0.0.0.0:4380` */
export function endpoint(text: string): Endpoint {
  const [, address, port] = /^([^:]+):(\d+)$/.exec(text) ?? [];
  if (!address || !port || Number(port) > 65_535)
    throw new InvalidArgumentError("Allowed: ADDRESS:PORT, for example 127.0.0.1:4380.");
  return { address, port: Number(port) };
}

/** `127.0.10` */
export function networkPrefix(text: string): string {
  const numbers = text.split(".");
  const allowed = numbers.length === 3 && numbers.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  if (!allowed) throw new InvalidArgumentError("Allowed: three numbers up to 255, for example 127.0.10.");
  return text;
}

/** `a,b,c`; an empty text is an empty list. */
export const commaList = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** `expe1=172.28.0.11,expe2=172.28.0.12` */
export function namedAddresses(text: string): { name: string; address: string }[] {
  return commaList(text).map((part) => {
    const [name = "", address = ""] = part.split("=");
    if (!name || !address) throw new InvalidArgumentError(`"${part}" is not NAME=ADDRESS.`);
    return { name, address };
  });
}
