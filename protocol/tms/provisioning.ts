import type { HttpMessage } from "../http/message.ts";
import { MalformedMessage } from "../malformed.ts";

/**
 * What a peer and its TMS say to each other about provisioning licenses: HTTP requests with JSON bodies. The product's own
 * protocol is not published: this one is the twin's.
 */
export type TmsRequest =
  /** Somebody looks. */
  | { readonly kind: "look" }
  /** A system tells how many provisioned devices are registered with it. */
  | { readonly kind: "report"; readonly serialNumber: string; readonly devices: number }
  /** An operator of the TMS adjusts the limit. */
  | { readonly kind: "limit"; readonly licenses: number };

/** What every request is answered with. */
export interface TmsState {
  /** Devices that may be provisioned at the same time, in all systems together. */
  readonly licenses: number;
  /** Provisioned devices by the serial number of the system that they are registered with. */
  readonly systems: Readonly<Record<string, number>>;
}

const ROOT = "/tms/provisioning";
const LARGEST = 1_000_000;

export function encodeTmsRequest(request: TmsRequest, host: string): HttpMessage {
  switch (request.kind) {
    case "look":
      return message(`GET ${ROOT} HTTP/1.1`, undefined, host);
    case "report":
      return message(`PUT ${ROOT}/systems/${request.serialNumber} HTTP/1.1`, { devices: request.devices }, host);
    case "limit":
      return message(`PUT ${ROOT}/licenses HTTP/1.1`, { licenses: request.licenses }, host);
  }
}

/** @throws MalformedMessage for a request that this protocol does not have */
export function decodeTmsRequest({ startLine, body }: HttpMessage): TmsRequest {
  const [, method, path = ""] = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(startLine) ?? [];
  if (method === "GET" && path === ROOT) return { kind: "look" };
  if (method !== "PUT") throw new MalformedMessage(`allowed are GET ${ROOT} and PUT below it`);
  if (path === `${ROOT}/licenses`) return { kind: "limit", licenses: numberIn(body, "licenses") };
  const [, serialNumber] = /^\/tms\/provisioning\/systems\/([0-9A-F]{8})$/.exec(path) ?? [];
  if (serialNumber === undefined)
    throw new MalformedMessage(`allowed are ${ROOT}/licenses and ${ROOT}/systems/<serial>`);
  return { kind: "report", serialNumber, devices: numberIn(body, "devices") };
}

export const encodeTmsState = (state: TmsState): HttpMessage => message("HTTP/1.1 200 OK", state);

/** Why a request is refused. */
export const encodeTmsRefusal = (reason: string): HttpMessage => message("HTTP/1.1 400 Bad Request", { reason });

/** @throws MalformedMessage for an answer that tells no state */
export function decodeTmsState({ startLine, body }: HttpMessage): TmsState {
  if (!/^HTTP\/1\.[01] 200(?: |$)/.test(startLine)) throw new MalformedMessage(`the TMS answers "${startLine}"`);
  const state = objectIn(body);
  const systems = state["systems"];
  if (isCount(state["licenses"]) && isObject(systems) && Object.values(systems).every(isCount))
    return { licenses: state["licenses"], systems: systems as TmsState["systems"] };
  throw new MalformedMessage("not the state of provisioning licenses");
}

function message(startLine: string, value: unknown, host?: string): HttpMessage {
  const headers = new Map([
    ...(host === undefined ? [] : [["host", host] as const]),
    ...(value === undefined ? [] : [["content-type", "application/json"] as const]),
    ["connection", "close"] as const,
  ]);
  return { startLine, headers, body: Buffer.from(value === undefined ? "" : `${JSON.stringify(value)}\n`) };
}

function numberIn(body: Uint8Array, name: string): number {
  const value = objectIn(body)[name];
  if (!isCount(value)) throw new MalformedMessage(`the body is {"${name}": a whole number from 0 to ${LARGEST}}`);
  return value;
}

function objectIn(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // Not JSON: told below.
  }
  throw new MalformedMessage("the body is not a JSON object");
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST;
