import type { PingResult } from "../../protocol/ping/ping-output.ts";
import type { Milliseconds } from "./duration.ts";
import type { Verdict } from "./inbound-filter.ts";

/** An ICMP echo request; both ends are addresses, never names. */
export interface EchoRequest {
  readonly from: string;
  readonly to: string;
  /** How many routers it may pass, 1 to 255. */
  readonly timeToLive: number;
  /** How long an answer may take. */
  readonly wait: Milliseconds;
}

/** What came of it, or that this machine has nothing to send it with. */
export type EchoOutcome = PingResult | { readonly kind: "no ping program" };

/** What a host does with the echo requests of an address. */
export type EchoJudge = (from: string) => Verdict;

/** The hosts in this process that answer echo requests by themselves, or have done so and are gone. */
export class EchoHosts {
  readonly #judges = new Map<string, EchoJudge>();

  /** @returns what ends it: from then on the address is silent, until somebody else answers there */
  add(address: string, judge: EchoJudge): () => void {
    this.#judges.set(address, judge);
    return () => {
      if (this.#judges.get(address) === judge) this.#judges.set(address, () => "drop");
    };
  }

  /** What is known beforehand of a request: it is not answered. Undefined where it is, or where nothing is known of the host. */
  refusal({ from, to }: EchoRequest): EchoOutcome | undefined {
    const verdict = this.#judges.get(to)?.(from);
    if (verdict === "drop") return { kind: "silent" };
    // Linux's REJECT says this of everything but TCP.
    return verdict === "reject" ? { kind: "unreachable", by: to, words: "Destination Port Unreachable" } : undefined;
  }

  has(address: string): boolean {
    return this.#judges.has(address);
  }
}
