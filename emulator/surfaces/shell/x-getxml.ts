import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Device } from "../../peer/device.ts";
import { linesOfDocument } from "../documents/write-document.ts";
import { locate } from "../documents/located-document.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/** `xGetxml /Status/Zones`: the document that `/getxml` gives for the same location. */
export function xGetxml(device: Device, { words, args, value, help }: CommandLine): Answer {
  if (help !== undefined) return done(["*h xGetxml <location>", "     The XML of a part of Status or Configuration."]);
  const locations = [
    ...words.slice(1),
    ...args.map((argument) => argument.value),
    ...((value ?? "") ? [value ?? ""] : []),
  ];
  const [location] = locations;
  if (location === undefined || locations.length > 1) {
    return refused(`xGetxml takes one location such as /Status/SystemUnit, not ${locations.length}`);
  }
  const found = locate(device, location);
  return found.ok ? done(linesOfDocument(found.xml)) : refused(found.reason);
}
