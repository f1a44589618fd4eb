import type { Device } from "../../peer/device.ts";
import { resolveWords } from "../../peer/configuration/resolve-words.ts";
import { configurationElements } from "../documents/configuration-elements.ts";
import { listConfiguration } from "../documents/configuration-listing.ts";
import { writeDocument } from "../documents/write-document.ts";

/**
 * `/alternatesconfiguration.xml`: the cluster settings, which a management server reads from each peer and compares. No
 * sample is public; this is the `Alternates` branch of the configuration without the key.
 */
export function alternatesDocument(device: Device): string {
  const found = resolveWords(["Alternates"]);
  const items = listConfiguration(device.configuration, found.kind === "items" ? found.matches : []);
  const open = items.filter(({ item }) => item.values.kind !== "secret");
  return writeDocument(device, "Configuration", configurationElements(device, open));
}
