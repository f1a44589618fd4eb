import { EmulatorError } from "../../errors.ts";
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

  /** @throws EmulatorError LAB_NOT_REACHABLE, LAB_REFUSED */
  async #request<Answer>(method: "GET" | "POST", path: string, body?: unknown): Promise<Answer> {
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
    if (!response.ok)
      throw new EmulatorError("LAB_REFUSED", (answer as { message?: string }).message ?? `status ${response.status}`);
    return answer as Answer;
  }
}
