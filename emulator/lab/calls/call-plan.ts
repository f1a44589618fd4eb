import { EmulatorError } from "../../errors.ts";
import type { CallMedia, CallProtocol } from "../../peer/calls/call/call.ts";
import type { Kbps } from "../../peer/calls/bandwidth/resources.ts";
import { minutes, type Milliseconds } from "../../world/duration.ts";
import { parseDuration } from "../control/parse-duration.ts";

/** A call that the lab is to make, or many alike. What is missing is filled in. */
export interface CallPlan {
  readonly from: string;
  readonly to: string;
  readonly protocol: CallProtocol;
  readonly media: CallMedia;
  readonly bandwidth: Kbps;
  readonly duration: Milliseconds | undefined;
  /** The zone that the call comes from. */
  readonly zone: string;
}

/** As a command or a file gives it: all of it text. */
export interface CallOptions {
  readonly from?: string;
  readonly to?: string;
  readonly protocol?: string;
  readonly media?: string;
  readonly bandwidth?: string;
  readonly duration?: string;
  readonly zone?: string;
}

/** Calls at a steady rate, spread over the peers. */
export interface LoadPlan {
  readonly callsPerSecond: number;
  readonly duration: Milliseconds;
  readonly bandwidth: Kbps;
}

const PROTOCOLS: Readonly<Record<string, CallProtocol>> = { sip: "SIP", h323: "H323", "h.323": "H323" };
const MEDIA: Readonly<Record<string, CallMedia>> = { video: "video", audio: "audio" };
const MOST_CALLS_PER_SECOND = 100;

/**
 * Fills in what is missing: a SIP video call at 384 kbps of three minutes from the Default Zone to the lab's neighbor.
 * @throws EmulatorError CALL_INVALID naming the member, what was seen and what is allowed
 */
export function readCall(options: CallOptions, defaults: { readonly from: string; readonly to: string }): CallPlan {
  return {
    from: options.from ?? defaults.from,
    to: options.to ?? defaults.to,
    protocol: oneOf("protocol", options.protocol ?? "sip", PROTOCOLS),
    media: oneOf("media", options.media ?? "video", MEDIA),
    bandwidth: readBandwidth(options.bandwidth ?? "384"),
    duration: options.duration === "none" ? undefined : readDuration(options.duration),
    zone: options.zone ?? "DefaultZone",
  };
}

/**
 * `0.5 calls/s of 3m at 1 Mb/s`, `10 calls/min of 90s at 384 kb/s`.
 * @throws EmulatorError CALL_INVALID
 */
export function readLoad(text: string): LoadPlan {
  const parts = /^([\d.]+) calls?\/(s|min|h) of (\S+)(?: at (.+))?$/.exec(text.trim());
  if (!parts) throw new EmulatorError("CALL_INVALID", `"${text}" is no load; example: 0.5 calls/s of 3m at 1 Mb/s`);
  const [, count = "", per = "", duration = "", bandwidth = "384"] = parts;
  const callsPerSecond = Number(count) / { s: 1, min: 60, h: 3600 }[per as "s" | "min" | "h"];
  if (!(callsPerSecond > 0 && callsPerSecond <= MOST_CALLS_PER_SECOND)) {
    throw new EmulatorError(
      "CALL_INVALID",
      `${count} calls/${per} is not allowed: more than 0, at most ${MOST_CALLS_PER_SECOND} a second`,
    );
  }
  return { callsPerSecond, duration: readDuration(duration), bandwidth: readBandwidth(bandwidth) };
}

function readDuration(text: string | undefined): Milliseconds {
  return text === undefined ? minutes(3) : parseDuration(text);
}

/** `384`, `384 kb/s`, `1.5 Mb/s`. */
function readBandwidth(text: string): Kbps {
  const [, number = "", unit = "kb/s"] = /^([\d.]+)\s*(kb\/s|kbps|Mb\/s|Mbps)?$/.exec(text.trim()) ?? [];
  const kbps = Math.round(Number(number) * (unit.startsWith("M") ? 1000 : 1));
  if (number !== "" && kbps >= 1 && kbps <= 65_535) return kbps;
  throw new EmulatorError("CALL_INVALID", `bandwidth: "${text}" is not allowed: 1 to 65535 kb/s, or such as 1.5 Mb/s`);
}

function oneOf<Value>(member: string, text: string, values: Readonly<Record<string, Value>>): Value {
  const value = values[text.toLowerCase()];
  if (value !== undefined) return value;
  throw new EmulatorError(
    "CALL_INVALID",
    `${member}: "${text}" is not allowed; allowed are ${Object.keys(values).join(", ")}`,
  );
}
