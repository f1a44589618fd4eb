import type { Element } from "../../../protocol/xapi/element.ts";
import { writeXml } from "../../../protocol/xapi/xml-writer.ts";
import type { Device } from "../../peer/device.ts";

/** An XML document of this peer. The product attribute is the same for all products (X8.11.3 status.xml). */
export function writeDocument(device: Device, name: string, children: readonly Element[]): string {
  return writeXml({ name, product: "TANDBERG VCS", version: device.identity.softwareVersion, children });
}

/** A document as a shell prints it. */
export function linesOfDocument(xml: string): readonly string[] {
  return xml.trimEnd().split("\n");
}

/** An element with a text. */
export function leaf(name: string, text: string): Element {
  return { name, item: 1, text };
}
