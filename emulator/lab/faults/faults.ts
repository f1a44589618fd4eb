import { EmulatorError } from "../../errors.ts";
import { ActiveFault, type FaultStatus } from "./active-fault.ts";
import type { FaultKind, FaultScene } from "./fault-kind.ts";
import type { FaultRule } from "./rule-members.ts";

/** Seeds that nobody chose are drawn up to here, and shown, so that a run can be had again. */
const SEEDS = 2 ** 32;

/** The faults of a lab: what goes wrong on purpose. */
export class Faults {
  readonly #faults = new Map<number, ActiveFault>();
  #lastId = 0;

  constructor(private readonly scene: FaultScene) {}

  /**
   * Adds a fault; unless the rule says when, it has begun when this resolves.
   * @throws EmulatorError FAULT_INVALID naming the member, what was seen there and what is allowed
   */
  async add(given: FaultRule): Promise<FaultStatus> {
    // Only who has a fault needs the table and the library that checks by it.
    const { checkFault } = await import("./check-fault.ts");
    const verdict = checkFault(
      given,
      new Map(this.scene.peers.map(({ name, peer }) => [name, peer.identity.hardware])),
    );
    if (!verdict.ok) throw new EmulatorError("FAULT_INVALID", `${verdict.member}: ${verdict.reason}`);
    const { kind } = verdict;
    if (kind.server && !this.scene.servers[kind.server]) {
      throw new EmulatorError(
        "FAULT_INVALID",
        `kind: ${kind.name} is for the process that runs the lab's DNS and NTP servers`,
      );
    }
    const fault = new ActiveFault(++this.#lastId, this.#seeded(verdict.rule, kind), kind, this.scene);
    this.#faults.set(fault.id, fault);
    fault.start();
    return fault.status;
  }

  /** All faults that have not been removed, in the order in which they were added. */
  list(): readonly FaultStatus[] {
    return [...this.#faults.values()].map(({ status }) => status);
  }

  /**
   * Ends a fault and forgets it.
   * @throws EmulatorError FAULT_UNKNOWN
   */
  remove(id: number): void {
    const fault = this.#faults.get(id);
    if (!fault) {
      const ids = [...this.#faults.keys()].join(", ");
      throw new EmulatorError("FAULT_UNKNOWN", `there is no fault ${id}; there are: ${ids || "none"}`);
    }
    fault.end();
    this.#faults.delete(id);
  }

  removeAll(): void {
    for (const id of this.#faults.keys()) this.remove(id);
  }

  #seeded(rule: FaultRule, kind: FaultKind): FaultRule {
    if (!kind.firesAt || rule.seed !== undefined) return rule;
    return { ...rule, seed: Math.floor(this.scene.world.random.fraction() * SEEDS) };
  }
}
