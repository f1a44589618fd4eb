import { MalformedMessage } from "../malformed.ts";
import { isRecord } from "./is-record.ts";

/** What one call takes, as the other peers are told. */
export interface CallUseReport {
  readonly serialNumber: string;
  /** Milliseconds since 1970, by the clock of the peer that has the call. */
  readonly admittedAt: number;
  readonly kbps: number;
  /** `link NAME`, `pipe NAME`, `node NAME` */
  readonly resources: readonly string[];
  /** The kind of license that it takes, and halves of licenses. */
  readonly license: string;
  readonly tokens: number;
}

/** What all calls of a peer take: the whole of it in every update, so that a lost one does no harm. */
export interface UsageReport {
  /** Differs for every start of the sender: sequence numbers begin anew with it. */
  readonly start: string;
  readonly sequence: number;
  /** Version of the tables that the peer shares: its calls, its alarms. */
  readonly tables: number;
  /** kbps by resource: `link NAME`, `pipe NAME`, `node NAME`. */
  readonly bandwidth: Readonly<Record<string, number>>;
  /** Halves of licenses by kind. */
  readonly tokens: Readonly<Record<string, number>>;
  /** The calls one by one that take of a resource, or of a pool of licenses, whose limit is exceeded. */
  readonly calls: readonly CallUseReport[];
}

/** JSON: it travels as the data of an H.225.0 non-standard message. */
export function encodeUsage(report: UsageReport): Uint8Array {
  return Buffer.from(JSON.stringify(report));
}

/** @throws MalformedMessage */
export function decodeUsage(data: Uint8Array): UsageReport {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("utf8"));
  } catch {
    throw new MalformedMessage("a usage report is not JSON");
  }
  if (!isUsage(value)) throw new MalformedMessage("a usage report lacks a member or has one of the wrong kind");
  return value;
}

function isUsage(value: unknown): value is UsageReport {
  if (!isRecord(value)) return false;
  const { start, sequence, tables, bandwidth, tokens, calls } = value;
  return (
    typeof start === "string" &&
    Number.isSafeInteger(sequence) &&
    Number.isSafeInteger(tables) &&
    isCounts(bandwidth) &&
    isCounts(tokens) &&
    Array.isArray(calls) &&
    calls.every(isCallUse)
  );
}

function isCallUse(value: unknown): value is CallUseReport {
  if (!isRecord(value)) return false;
  const { serialNumber, admittedAt, kbps, resources, license, tokens } = value;
  return (
    typeof serialNumber === "string" &&
    isCount(admittedAt) &&
    isCount(kbps) &&
    typeof license === "string" &&
    isCount(tokens) &&
    Array.isArray(resources) &&
    resources.every((resource) => typeof resource === "string")
  );
}

const isCount = (value: unknown): value is number => typeof value === "number" && value >= 0;
const isCounts = (value: unknown): value is Record<string, number> =>
  isRecord(value) && !Array.isArray(value) && Object.values(value).every(isCount);
