import type { Device } from "../../../peer/device.ts";
import type { StatusValue, StatusValues } from "../../../peer/core/status-values.ts";

/** One leaf of the status tree as text, by the words of its path; "" where it has no value. */
export const statusAt = (device: Device, node: string, ...path: readonly (string | number)[]): string =>
  textAt(device.status.values(node), ...path);

/** One leaf below a value, of the status tree or of a command's answer; "" where it has none. */
export function textAt(value: StatusValue | undefined, ...path: readonly (string | number)[]): string {
  const leaf = path.reduce(below, value);
  return typeof leaf === "object" ? "" : String(leaf ?? "");
}

function below(value: StatusValue | undefined, step: string | number): StatusValue | undefined {
  if (value instanceof Map) return (value as ReadonlyMap<number, StatusValue>).get(Number(step));
  return typeof value === "object" ? (value as StatusValues)[step] : undefined;
}
