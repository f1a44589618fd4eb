import type { Element } from "../../../protocol/xapi/element.ts";
import { commands } from "../../model/commands/index.ts";
import type { CommandParameter } from "../../model/types.ts";
import type { Device } from "../../peer/device.ts";
import { writeDocument } from "../documents/write-document.ts";
import { describeInXml } from "./value-space-elements.ts";

/** `/command.xml`: every command with its arguments. */
export function commandDocument(device: Device): string {
  const elements = commands.map(({ name, parameters }): Element => ({
    name,
    item: 1,
    attributes: { command: "True" },
    children: parameters.map(parameterElement),
  }));
  return writeDocument(device, "Command", elements);
}

function parameterElement({ name, index, required, values }: CommandParameter): Element {
  const { type, children } = describeInXml(values);
  const attributes = { required: required ? "True" : "False", type, ...(index !== undefined && { range: index }) };
  return { name, item: 1, attributes, children };
}
