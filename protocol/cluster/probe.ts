import { createHmac, timingSafeEqual } from "node:crypto";
import { MalformedMessage } from "../malformed.ts";
import { isRecord } from "./is-record.ts";

/** What a peer tells of itself in every probe and in every answer to one. */
export interface PeerReport {
  readonly clusterName: string;
  /** The addresses of the peer list in order, without the empty fields. */
  readonly peers: readonly string[];
  /** The peer's own idea of the configuration primary: 1 to 6. */
  readonly primary: number;
  /** The address beside that number in its list, "" where the field is blank: the same number may mean another peer. */
  readonly primaryAddress: string;
  /** The other peers that are Active to it. */
  readonly contacts: readonly string[];
  /** The listed peers that are out of contact, by address. */
  readonly losses: Readonly<Record<string, LossReport>>;
  /** The listed peers to which its own database exchange fails. */
  readonly databaseFailures: readonly string[];
  readonly softwareVersion: string;
  /** Another version of the software is being installed on it. */
  readonly upgrading: boolean;
  readonly h323: boolean;
  readonly ntpSynchronized: boolean;
  /** Names the history that generations count in: it changes when another peer becomes primary. */
  readonly lineage: string;
  readonly generation: number;
  /** Digest of the cluster-wide items. */
  readonly digest: string;
  readonly unit: UnitReport;
  /** Licenses that the peer's own option keys give, by kind. */
  readonly licenses: Readonly<Record<string, number>>;
  readonly diagnosticLogging: LoggingReport;
}

/** Diagnostic logging, which is started and stopped on all peers of a cluster at once. */
export interface LoggingReport {
  /** How often that was asked in the cluster, as far as the peer knows: the highest number is the last word. */
  readonly turn: number;
  readonly running: boolean;
  /** Packets are taken as well. */
  readonly tcpdump: boolean;
}

/** What a peer knows of the loss of another. */
export interface LossReport {
  /** Milliseconds since 1970: the earliest moment of loss that it knows since anybody saw the lost peer. */
  readonly lostAt: number;
  /** Milliseconds since 1970: when the lost peer was last seen, by this peer or by another that told it; 0 if not known. */
  readonly seenAt: number;
  /** What it brought to the license pool, by kind, and the software that it ran. */
  readonly licenses: Readonly<Record<string, number>>;
  readonly softwareVersion: string;
}

/** What kind of box a peer is. */
export interface UnitReport {
  readonly systemName: string;
  readonly serialNumber: string;
  /** `expressway-e`, `expressway-c`, `vcs-control`, `vcs-expressway` */
  readonly product: string;
  /** `small`, `medium`, `large` */
  readonly platform: string;
  /** Letters of the features that its option keys switch on. */
  readonly features: readonly string[];
}

export interface Probe {
  readonly kind: "probe" | "answer";
  /** 16 hex digits: which association protects it. */
  readonly association: string;
  /** An answer repeats the sequence number of its probe. */
  readonly sequence: number;
  /** Version of the tables that the peer shares, below 2^48: it changes too often to be part of the report. */
  readonly tables: number;
  /** The sender's time of day, in whole milliseconds since 1970: moments that it tells are on its own clock, right or wrong. */
  readonly clock: number;
  /** The report as JSON; kept as bytes so that an unchanged one need not be read again. */
  readonly body: Uint8Array;
}

const KINDS = { probe: 1, answer: 2 } as const;
const HEADER_BYTES = 1 + 8 + 4 + 6 + 6;
const MAC_BYTES = 16;

/** Layout: kind (1), association (8), sequence (4), tables (6), clock (6), report, HMAC-SHA-256 of all before it cut to 16 bytes. */
export function encodeProbe(probe: Probe, key: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + probe.body.byteLength + MAC_BYTES);
  bytes[0] = KINDS[probe.kind];
  bytes.write(probe.association, 1, "hex");
  bytes.writeUInt32BE(probe.sequence, 9);
  bytes.writeUIntBE(probe.tables, 13, 6);
  bytes.writeUIntBE(probe.clock, 19, 6);
  bytes.set(probe.body, HEADER_BYTES);
  authenticate(bytes.subarray(0, -MAC_BYTES), key).copy(bytes, bytes.byteLength - MAC_BYTES);
  return bytes;
}

/**
 * @param keyOf the key of an association, undefined where it is not known
 * @returns undefined when the association is unknown or the message is not authentic
 * @throws MalformedMessage
 */
export function decodeProbe(
  data: Uint8Array,
  keyOf: (association: string) => Uint8Array | undefined,
): Probe | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.byteLength < HEADER_BYTES + MAC_BYTES)
    throw new MalformedMessage(`a probe of ${bytes.byteLength} bytes is too short`);
  const kind = bytes[0] === KINDS.probe ? "probe" : bytes[0] === KINDS.answer ? "answer" : undefined;
  if (!kind) throw new MalformedMessage(`probe kind ${bytes[0]} is not known`);
  const association = bytes.toString("hex", 1, 9);
  const key = keyOf(association);
  const signed = bytes.subarray(0, -MAC_BYTES);
  if (!key || !timingSafeEqual(authenticate(signed, key), bytes.subarray(-MAC_BYTES))) return undefined;
  return {
    kind,
    association,
    sequence: bytes.readUInt32BE(9),
    tables: bytes.readUIntBE(13, 6),
    clock: bytes.readUIntBE(19, 6),
    body: bytes.subarray(HEADER_BYTES, -MAC_BYTES),
  };
}

export function encodeReport(report: PeerReport): Uint8Array {
  return Buffer.from(JSON.stringify(report));
}

/** @throws MalformedMessage */
export function decodeReport(body: Uint8Array): PeerReport {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
  } catch {
    throw new MalformedMessage("a report is not JSON");
  }
  if (!isReport(value)) throw new MalformedMessage("a report lacks a member or has one of the wrong kind");
  return value;
}

function isReport(value: unknown): value is PeerReport {
  if (!isRecord(value)) return false;
  const report = value as Record<keyof PeerReport, unknown>;
  return (
    allOf(report, ["clusterName", "primaryAddress", "softwareVersion", "lineage", "digest"], isText) &&
    allOf(report, ["primary", "generation"], Number.isSafeInteger) &&
    allOf(report, ["upgrading", "h323", "ntpSynchronized"], (member) => typeof member === "boolean") &&
    isTexts(report.peers) &&
    isTexts(report.contacts) &&
    isTexts(report.databaseFailures) &&
    isRecord(report.losses) &&
    Object.values(report.losses).every(isLoss) &&
    isUnit(report.unit) &&
    isLogging(report.diagnosticLogging) &&
    isCounts(report.licenses)
  );
}

function isUnit(value: unknown): value is UnitReport {
  if (!isRecord(value)) return false;
  const unit = value as Record<keyof UnitReport, unknown>;
  return allOf(unit, ["systemName", "serialNumber", "product", "platform"], isText) && isTexts(unit.features);
}

const isLoss = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isFinite(value.lostAt) &&
  Number.isFinite(value.seenAt) &&
  isText(value.softwareVersion) &&
  isCounts(value.licenses);

const isCounts = (value: unknown): boolean => isRecord(value) && Object.values(value).every(Number.isSafeInteger);

const isLogging = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isSafeInteger(value.turn) &&
  typeof value.running === "boolean" &&
  typeof value.tcpdump === "boolean";

function allOf<Name extends string>(
  value: Record<Name, unknown>,
  names: readonly Name[],
  is: (member: unknown) => boolean,
): boolean {
  return names.every((name) => is(value[name]));
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function authenticate(bytes: Uint8Array, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(bytes).digest().subarray(0, MAC_BYTES);
}
