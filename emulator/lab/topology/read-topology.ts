import { readFileSync } from "node:fs";
import { Value } from "typebox/value";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from "yaml";
import { EmulatorError } from "../../errors.ts";
import { findItem } from "../../peer/configuration/item-paths.ts";
import { checkValue } from "../../peer/configuration/value-space.ts";
import { checkFault } from "../faults/check-fault.ts";
import type { FaultRule } from "../faults/rule-members.ts";
import {
  DEFAULT_DOMAIN,
  DEFAULT_VERSION,
  networkConfiguration,
  serialNumberOf,
  type PeerPlan,
  type Topology,
} from "./topology.ts";
import { topologySchema, type TopologyFile } from "./topology-schema.ts";

type Path = readonly (string | number)[];

/**
 * Reads a topology file.
 * @throws EmulatorError TOPOLOGY_UNREADABLE, or TOPOLOGY_INVALID naming file, line, column, the value seen and those allowed
 */
export function readTopology(file: string): Topology {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new EmulatorError(
      "TOPOLOGY_UNREADABLE",
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  return parseTopology(text, file);
}

/** The same for a text; `file` is only named in errors. */
export function parseTopology(text: string, file: string): Topology {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (offset: number, reason: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new EmulatorError("TOPOLOGY_INVALID", `${file}:${line}:${col}: ${reason}`);
  };
  const failAt = (path: Path, reason: string, key = false): never => fail(offsetOf(document, path, key), reason);
  const [syntaxError] = document.errors;
  if (syntaxError) fail(syntaxError.pos[0], syntaxError.message.split("\n")[0] ?? "not YAML");
  const value: unknown = document.toJS();
  checkShape(value, failAt);
  checkMeaning(value, failAt);
  return complete(value);
}

/** The names of the lab's DNS and NTP servers in its own domain. */
const SERVER_NAMES = ["ns", "ntp"];

type FailAt = (path: Path, reason: string, key?: boolean) => never;

function checkShape(value: unknown, failAt: FailAt): asserts value is TopologyFile {
  const error = deepestError(value, failAt);
  if (!error) return;
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const seen = shown(valueAt(value, path));
  const parameters = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "additionalProperties": {
      const [unknown = ""] = parameters.additionalProperties as string[];
      const allowed = Object.keys(schemaAt(path).properties ?? {}).join(", ");
      return failAt([...path, unknown], `"${unknown}" is not known here; allowed: ${allowed}`, true);
    }
    case "required":
      return failAt(path, `${(parameters.requiredProperties as string[]).join(", ")} is missing`);
    case "enum":
      return failAt(path, `${seen} is not allowed; one of: ${(parameters.allowedValues as string[]).join(", ")}`);
    case "pattern":
      return failAt(
        path,
        `${seen} is not allowed; wanted: ${schemaAt(path).description ?? String(parameters.pattern)}`,
      );
    default:
      return failAt(path, `${seen} is not allowed: ${error.message}`);
  }
}

type ShapeError = ReturnType<typeof Value.Errors>[number];

/** The mistake that is deepest says most: "not one of small, medium, large" rather than "not a peer". */
function deepestError(value: unknown, failAt: FailAt): ShapeError | undefined {
  try {
    return Value.Errors(topologySchema, value)
      .toSorted((a, b) => depth(b.instancePath) - depth(a.instancePath))
      .find((candidate) => candidate.keyword !== "boolean");
  } catch (error) {
    // An alias inside what it stands for has no end.
    if (error instanceof RangeError) return failAt([], "the file refers to itself");
    throw error;
  }
}

/** A value as a message names it: the whole of a scalar, the kind of anything larger. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}

function checkMeaning(file: TopologyFile, failAt: FailAt): void {
  const names = file.peers.map((peer) => peer.name);
  const hostNames = names.map((name) => name.toLowerCase());
  for (const [place, peer] of file.peers.entries()) {
    // Names are host names too, and DNS knows no case.
    const hostName = peer.name.toLowerCase();
    if (hostNames.indexOf(hostName) !== place)
      failAt(["peers", place, "name"], `"${peer.name}" is the name of another peer`);
    if (SERVER_NAMES.includes(hostName))
      failAt(["peers", place, "name"], `"${peer.name}" is the name of the lab's own server`);
    const other = file.peers.findIndex((candidate) => candidate.address === peer.address);
    if (other !== place) failAt(["peers", place, "address"], `${peer.address} is the address of ${names[other]}`);
    for (const [path, value] of Object.entries(peer.configuration ?? {})) {
      const where = ["peers", place, "configuration", path];
      const found = findItem(path);
      if (!found) return failAt(where, `there is no configuration item "${path}"`, true);
      const verdict = checkValue(found.item.values, String(value));
      if (!verdict.ok) failAt(where, verdict.reason);
    }
  }
  for (const [place, name] of (file.cluster?.peers ?? []).entries()) {
    if (file.cluster?.peers?.indexOf(name) !== place)
      failAt(["cluster", "peers", place], `"${name}" is in the list twice`);
    if (!names.includes(name))
      failAt(["cluster", "peers", place], `"${name}" is not a peer; there are: ${names.join(", ")}`);
  }
  for (const [place, rule] of (file.faults ?? []).entries()) {
    const verdict = checkFault(rule, names);
    if (!verdict.ok) failAt(["faults", place, verdict.member], `${verdict.member}: ${verdict.reason}`);
  }
  if (file.cluster && (file.cluster.peers ?? names).length > 6) {
    failAt(["cluster"], `a cluster has at most 6 peers; name those that belong to it under "peers"`);
  }
}

function complete(file: TopologyFile): Topology {
  const domain = file.domain ?? DEFAULT_DOMAIN;
  const network = (file.peers[0]?.address ?? "127.0.10.1").split(".").slice(0, 3).join(".");
  const surroundings = file.surroundings ?? `${network}.254`;
  const peers = file.peers.map((peer, place): PeerPlan => {
    const keys = Object.fromEntries((peer.optionKeys ?? []).map((key, slot) => [`Option ${slot + 1} Key`, key]));
    const given = Object.entries(peer.configuration ?? {}).map(([path, value]) => [path, String(value)]);
    return {
      name: peer.name,
      address: peer.address,
      product: peer.product ?? "expressway-e",
      platform: peer.platform ?? "medium",
      softwareVersion: peer.version ?? DEFAULT_VERSION,
      serialNumber: peer.serialNumber ?? serialNumberOf(place),
      configuration: {
        ...networkConfiguration(peer.name, { domain, surroundings }),
        ...keys,
        ...Object.fromEntries(given),
      },
    };
  });
  const cluster = file.cluster && {
    name: file.cluster.name,
    preSharedKey: file.cluster.preSharedKey ?? "twin",
    peers: file.cluster.peers ?? peers.map((peer) => peer.name),
  };
  const faults = file.faults as readonly FaultRule[] | undefined;
  return { domain, surroundings, peers, ...(cluster && { cluster }), ...(faults && { faults }) };
}

/** Where in the text the value at a path begins, or its key; the nearest that exists when the path leads nowhere. */
function offsetOf(document: Document, path: Path, key: boolean): number {
  for (let length = path.length; length >= 0; length--) {
    if (key && length === path.length) {
      const parent = document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === path.at(-1))
        : undefined;
      const keyNode: unknown = pair?.key;
      if (isNode(keyNode) && keyNode.range) return keyNode.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly description?: string;
}

/** What the schema says of the value at a path. */
function schemaAt(path: Path): Schema {
  let schema: Schema = topologySchema as unknown as Schema;
  for (const step of path) schema = (Number.isInteger(Number(step)) ? schema.items : schema.properties?.[step]) ?? {};
  return schema;
}

const depth = (pointer: string): number => pointer.split("/").length;

const unescapePointer = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");
