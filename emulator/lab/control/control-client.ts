import { EmulatorError, errorTable, type ErrorCode } from "../../errors.ts";
import type { CallOptions } from "../calls/call-plan.ts";
import type { ActiveCall, LoadStatus, PlacedCall } from "../calls/lab-calls.ts";
import type { Cause } from "../causes/cause.ts";
import type { Diagnosis } from "../doctor/examine.ts";
import type { FaultStatus } from "../faults/active-fault.ts";
import type { FaultRule } from "../faults/rule-members.ts";
import type { JournalFilter } from "../journal/journal-filter.ts";
import type { JournalRecord, UnservedRequest } from "../journal/lab-journal.ts";
import type { MadeSlip, SlipOrder } from "../slips/make-slip.ts";
import type { Why } from "../why.ts";
import type { Power } from "./fault-routes.ts";
import type { ClockStatus, LabStatus } from "./lab-status.ts";

/** Speaks to the control API of a running lab. */
export class ControlClient {
  constructor(private readonly url: string) {}

  status(): Promise<LabStatus> {
    return this.#request<LabStatus>("GET", "/status");
  }

  health(): Promise<{ healthy: boolean }> {
    return this.#request<{ healthy: boolean }>("GET", "/health");
  }

  clock(): Promise<ClockStatus> {
    return this.#request<ClockStatus>("GET", "/clock");
  }

  /** Resolves when everything due within the span has run and settled. */
  advance(by: string): Promise<ClockStatus> {
    return this.#request<ClockStatus>("POST", "/clock/advance", { by });
  }

  setSpeed(speed: string): Promise<ClockStatus> {
    return this.#request<ClockStatus>("POST", "/clock/speed", { speed });
  }

  faults(): Promise<readonly FaultStatus[]> {
    return this.#request<readonly FaultStatus[]>("GET", "/faults");
  }

  addFault(rule: FaultRule): Promise<FaultStatus> {
    return this.#request<FaultStatus>("POST", "/faults", rule);
  }

  /** `all`, or the number of one. @returns those that are left */
  removeFault(id: string): Promise<readonly FaultStatus[]> {
    return this.#request<readonly FaultStatus[]>("DELETE", `/faults/${encodeURIComponent(id)}`);
  }

  /** Makes a mistake on a peer that is mended on its page. */
  makeSlip(order: SlipOrder): Promise<MadeSlip> {
    return this.#request<MadeSlip>("POST", "/slips", order);
  }

  /** Resolves when the peer is up, or down. */
  power(peer: string, to: Power): Promise<{ name: string; state: "up" | "down" }> {
    return this.#request("POST", `/peers/${encodeURIComponent(peer)}/power`, { power: to });
  }

  calls(): Promise<readonly ActiveCall[]> {
    return this.#request<readonly ActiveCall[]>("GET", "/calls");
  }

  placeCall(peer: string, options: CallOptions): Promise<PlacedCall> {
    return this.#request<PlacedCall>("POST", "/calls", { peer, ...options });
  }

  /** `all`, or a serial number. @returns those that are left */
  endCall(serialNumber: string): Promise<readonly ActiveCall[]> {
    return this.#request<readonly ActiveCall[]>("DELETE", `/calls/${encodeURIComponent(serialNumber)}`);
  }

  loads(): Promise<readonly LoadStatus[]> {
    return this.#request<readonly LoadStatus[]>("GET", "/loads");
  }

  startLoad(load: string): Promise<LoadStatus> {
    return this.#request<LoadStatus>("POST", "/loads", { load });
  }

  /** `all`, or the number of one. @returns those that are left */
  stopLoad(id: string): Promise<readonly LoadStatus[]> {
    return this.#request<readonly LoadStatus[]>("DELETE", `/loads/${encodeURIComponent(id)}`);
  }

  /** What of the guide's prerequisites does not hold. */
  doctor(): Promise<Diagnosis> {
    return this.#request<Diagnosis>("GET", "/doctor");
  }

  /** Why an alarm stands on a peer, or why all do. */
  why(peer: string, alarm: string | undefined): Promise<readonly Why[]> {
    const query = alarm === undefined ? "" : `?alarm=${encodeURIComponent(alarm)}`;
    return this.#request<readonly Why[]>("GET", `/peers/${encodeURIComponent(peer)}/why${query}`);
  }

  /** All that the lab knows to be wrong with a peer. */
  causes(peer: string): Promise<readonly Cause[]> {
    return this.#request<readonly Cause[]>("GET", `/peers/${encodeURIComponent(peer)}/causes`);
  }

  /** Entries of the journal, oldest first. */
  journal(filter: JournalFilter): Promise<readonly JournalRecord[]> {
    return this.#request<readonly JournalRecord[]>("GET", `/journal?${new URLSearchParams(filter).toString()}`);
  }

  clearJournal(): Promise<readonly JournalRecord[]> {
    return this.#request<readonly JournalRecord[]>("DELETE", "/journal");
  }

  /** What was asked for and could not be served. */
  report(): Promise<readonly UnservedRequest[]> {
    return this.#request<readonly UnservedRequest[]>("GET", "/report");
  }

  /** @throws EmulatorError LAB_NOT_REACHABLE, or the error that the lab answers, LAB_REFUSED where it names none */
  async #request<Answer>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.url), {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
    } catch (error) {
      throw new EmulatorError("LAB_NOT_REACHABLE", `no lab answers at ${this.url}`, { cause: error });
    }
    const answer: unknown = await response.json();
    if (!response.ok) {
      const { error = "", message = `status ${response.status}` } = answer as { error?: string; message?: string };
      throw new EmulatorError(Object.hasOwn(errorTable, error) ? (error as ErrorCode) : "LAB_REFUSED", message);
    }
    return answer as Answer;
  }
}
