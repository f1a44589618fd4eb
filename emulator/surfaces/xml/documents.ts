import type { Device } from "../../peer/device.ts";
import { configurationElements } from "../documents/configuration-elements.ts";
import { locate, rootOf } from "../documents/located-document.ts";
import { writeDocument } from "../documents/write-document.ts";

/** `/status.xml`. The text is kept while the tree is the same object: management servers poll it all day. */
export function statusDocument(device: Device): () => string {
  return kept(
    () => device.status.elements("xml"),
    (elements) => writeDocument(device, "Status", elements),
  );
}

/** `/configuration.xml`, with the items and values that `xConfiguration` lists. */
export function configurationDocument(device: Device): () => string {
  return kept(
    () => device.facts.revision,
    () => writeDocument(device, "Configuration", configurationElements(device)),
  );
}

/** So many answers to `/getxml` are kept: monitoring asks for the same few places again and again. */
const LOCATIONS_KEPT = 100;

/** `/getxml`. The text is kept while nothing changes; that of Status for a second at most. */
export function locatedDocument(device: Device): (location: string) => string {
  const sources = new Map<string, unknown>();
  const texts = new Map<string, string>();
  return (location) => {
    const root = rootOf(location);
    const now = root === "Status" ? device.status.moment : device.facts.revision;
    if (sources.get(root) !== now) texts.clear();
    sources.set(root, now);
    const known = texts.get(location);
    if (known !== undefined) return known;
    const { ok, xml } = locate(device, location);
    // What is not there is counted each time.
    if (ok && texts.size < LOCATIONS_KEPT) texts.set(location, xml);
    return xml;
  };
}

/** Renders again only when what it is made from has become another. A text, which leaves in one write with its header. */
function kept<Source>(source: () => Source, render: (source: Source) => string): () => string {
  let last: { source: Source; text: string } | undefined;
  return () => {
    const now = source();
    if (last === undefined || last.source !== now) last = { source: now, text: render(now) };
    return last.text;
  };
}
