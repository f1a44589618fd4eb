import { MalformedMessage } from "../malformed.ts";
import { isRecord } from "./is-record.ts";

/** A call as the other peers of the cluster list it. */
export interface SharedCall {
  readonly serialNumber: string;
  readonly tag: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  /** `audio`, or `video` for a call with both. */
  readonly media: string;
  /** Halves of a license. */
  readonly tokens: number;
  readonly traversal: boolean;
  /** kbps */
  readonly allocated: number;
  /** Names of the zones and subzones on its way. */
  readonly route: readonly string[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Present once it is over. */
  readonly endedAt?: number;
  readonly reason?: string;
}

/** An alarm that stands on a peer. */
export interface SharedAlarm {
  readonly uuid: string;
  readonly status: "raised" | "acknowledged";
  /** Title and description. */
  readonly text: string;
  /** What an operator is asked to do. */
  readonly action: string;
  /** Milliseconds since 1970. */
  readonly firstRaised: number;
  readonly lastRaised: number;
}

/** What a peer shares with the others beside its configuration. */
export interface SharedTables {
  readonly kind: "tables";
  /** The number that the peer announced. */
  readonly version: number;
  /** Another number when the peer has forgotten the calls that are over. */
  readonly history: number;
  readonly calls: readonly SharedCall[];
  /** The latest that are over, newest first; of an answer, those of the same history that were not known yet. */
  readonly pastCalls: readonly SharedCall[];
  readonly alarms: readonly SharedAlarm[];
}

/** @throws MalformedMessage */
export function readSharedTables(value: unknown): SharedTables {
  if (
    isRecord(value) &&
    value.kind === "tables" &&
    Number.isSafeInteger(value.version) &&
    Number.isSafeInteger(value.history) &&
    isListOf(value.calls, isCall) &&
    isListOf(value.pastCalls, isCall) &&
    isListOf(value.alarms, isAlarm)
  )
    return value as unknown as SharedTables;
  throw new MalformedMessage("not the tables that a peer shares");
}

function isCall(value: unknown): boolean {
  return (
    isRecord(value) &&
    ["serialNumber", "tag", "source", "destination", "protocol", "media"].every(
      (name) => typeof value[name] === "string",
    ) &&
    typeof value.traversal === "boolean" &&
    typeof value.allocated === "number" &&
    typeof value.tokens === "number" &&
    typeof value.startedAt === "number" &&
    isListOf(value.route, (name) => typeof name === "string") &&
    (value.endedAt === undefined || typeof value.endedAt === "number") &&
    (value.reason === undefined || typeof value.reason === "string")
  );
}

function isAlarm(value: unknown): boolean {
  return (
    isRecord(value) &&
    ["uuid", "text", "action"].every((name) => typeof value[name] === "string") &&
    (value.status === "raised" || value.status === "acknowledged") &&
    ["firstRaised", "lastRaised"].every((name) => typeof value[name] === "number")
  );
}

const isListOf = (value: unknown, is: (member: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
