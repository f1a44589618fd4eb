import type { Device } from "../../peer/device.ts";
import type { StatusValue, StatusValues } from "../../peer/status/status-values.ts";

/** One leaf of the status tree as text, by the words of its path; "" where it has no value. */
export function statusAt(device: Device, node: string, ...path: readonly (string | number)[]): string {
  let value: StatusValue | undefined = device.status.values(node);
  for (const step of path) value = below(value, step);
  return typeof value === "object" ? "" : String(value ?? "");
}

function below(value: StatusValue | undefined, step: string | number): StatusValue | undefined {
  if (value instanceof Map) return (value as ReadonlyMap<number, StatusValue>).get(Number(step));
  return typeof value === "object" ? (value as StatusValues)[step] : undefined;
}
