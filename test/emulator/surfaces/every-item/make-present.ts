import { configurationItems, configurationLists } from "../../../../emulator/model/configuration/index.ts";
import type { ConfigurationItem } from "../../../../emulator/model/types.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { concretePath } from "../../../../emulator/peer/configuration/item-paths.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { sampleValues } from "./sample-values.ts";

/** An item's path in the first rows of its lists, after these rows and what the item depends on have been made. */
export function makePresent(device: Device, item: ConfigurationItem): string {
  const indices = [...item.path.matchAll(/\[(\d+)\.\.\d+\]/g)].map(([, first]) => Number(first));
  makeRow(device, item, indices);
  if (item.shownWhen) {
    const { path, values } = item.shownWhen;
    const other = configurationItems.find((candidate) => candidate.path === path);
    if (other) makePresent(device, other);
    set(device, concretePath(path, indices), values[0] ?? "");
  }
  return concretePath(item.path, indices);
}

function makeRow(device: Device, { path }: ConfigurationItem, indices: readonly number[]): void {
  const list = configurationLists.find((candidate) => path.startsWith(`${candidate.path} `));
  if (list?.rows !== "created") return;
  if (device.configuration.rows.exists(concretePath(path, indices))) return;
  const first = configurationItems.find((candidate) =>
    list.uniqueItem === undefined
      ? candidate.path.startsWith(`${list.path} `)
      : candidate.path === `${list.path} ${list.uniqueItem}`,
  );
  if (first) set(device, concretePath(first.path, indices), sampleValues(first).valid[0] ?? "");
}

function set(device: Device, path: string, value: string): void {
  const result = device.configuration.set([{ path, value }], ADMIN);
  if (!result.ok) throw new Error(`${result.path}: ${result.reason}`);
}
