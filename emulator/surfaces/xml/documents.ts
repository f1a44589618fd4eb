import type { Device } from "../../peer/device.ts";
import { configurationElements } from "../documents/configuration-elements.ts";
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

/** Renders again only when what it is made from has become another. A text, which leaves in one write with its header. */
function kept<Source>(source: () => Source, render: (source: Source) => string): () => string {
  let last: { source: Source; text: string } | undefined;
  return () => {
    const now = source();
    if (last === undefined || last.source !== now) last = { source: now, text: render(now) };
    return last.text;
  };
}
