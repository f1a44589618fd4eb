import { YamlFile } from "../yaml/yaml-file.ts";
import { checkTopology } from "./check-topology.ts";
import { completeTopology } from "./complete-topology.ts";
import type { Topology } from "./topology.ts";
import { topologySchema } from "./topology-schema.ts";

const errors = { unreadable: "TOPOLOGY_UNREADABLE", invalid: "TOPOLOGY_INVALID" } as const;

/**
 * Reads a topology file.
 * @throws EmulatorError TOPOLOGY_UNREADABLE, or TOPOLOGY_INVALID naming file, line, column, the value seen and those allowed
 */
export function readTopology(file: string): Topology {
  return topologyOf(YamlFile.read(file, errors));
}

/** The same for a text; `file` is only named in errors. */
export function parseTopology(text: string, file: string): Topology {
  return topologyOf(new YamlFile(text, file, errors));
}

function topologyOf(yaml: YamlFile): Topology {
  const file = yaml.checked(topologySchema);
  checkTopology(file, (path, reason, atKey) => yaml.failAt(path, reason, atKey));
  return completeTopology(file);
}
