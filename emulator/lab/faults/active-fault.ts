import type { Peer } from "../../peer/peer.ts";
import type { Timer } from "../../world/clock.ts";
import type { Message } from "../../world/network-rule.ts";
import { Occurrence } from "../../world/occurrence.ts";
import { parseDuration } from "../control/parse-duration.ts";
import type { FaultKind, FaultScene } from "./fault-kind.ts";
import { faultWords } from "./fault-words.ts";
import type { FaultRule } from "./rule-members.ts";

/** A fault of the lab as everybody is told of it. */
export interface FaultStatus {
  readonly id: number;
  readonly rule: FaultRule;
  /** The rule in words. */
  readonly words: string;
  readonly state: "waiting" | "on" | "over";
  /** How often it fired. */
  readonly fired: number;
}

/** One rule from when it is added: it waits, it is on, it is over. */
export class ActiveFault {
  readonly #occurrence: Occurrence;
  readonly #timers: Timer[] = [];
  #state: FaultStatus["state"] = "waiting";
  #takeAway: (() => void) | undefined;

  constructor(
    readonly id: number,
    private readonly rule: FaultRule,
    private readonly kind: FaultKind,
    private readonly scene: FaultScene,
  ) {
    this.#occurrence = new Occurrence(rule, rule.seed ?? 0, () => this.end());
  }

  get status(): FaultStatus {
    const { id, rule, kind } = this;
    return { id, rule, words: faultWords(rule, kind), state: this.#state, fired: this.#occurrence.fired };
  }

  start(): void {
    const { clock } = this.scene.world;
    const { from, until } = this.rule;
    if (until !== undefined) this.#timers.push(clock.after("fault ends", parseDuration(until), () => this.end()));
    if (from === undefined) this.#begin();
    else this.#timers.push(clock.after("fault begins", parseDuration(from), () => this.#begin()));
  }

  /** Ends it, whether it has begun or not. */
  end(): void {
    this.#state = "over";
    for (const timer of this.#timers.splice(0)) timer.cancel();
    const takeAway = this.#takeAway;
    this.#takeAway = undefined;
    takeAway?.();
  }

  #begin(): void {
    this.#state = "on";
    const { scene, rule } = this;
    const named = scene.peers.filter(({ name }) => name === rule.peer).map(({ peer }) => peer);
    const steadyAgain = scene.world.network.disturbWhile(this.#occurrence.always);
    const takeAway = this.kind.begin({
      scene,
      parameters: rule as never,
      peers: rule.peer === undefined ? scene.peers.map(({ peer }) => peer) : named,
      onPath: this.#onPath(),
      isClient: (address) => rule.peer === undefined || named.some((peer) => peer.address === address),
      occurrence: this.#occurrence,
      over: () => this.end(),
    });
    this.#takeAway = () => {
      takeAway();
      steadyAgain();
    };
    // Some kinds have done it all when they have begun.
    if ((this.#state as FaultStatus["state"]) === "over") this.end();
  }

  /** Peers are asked for their addresses each time: an operator may change them. */
  #onPath(): (message: Message) => boolean {
    const { peer, other, direction = "both" } = this.rule;
    const addressOf = (name: string | undefined): (() => string | undefined) => {
      const found: Peer | undefined = this.scene.peers.find((candidate) => candidate.name === name)?.peer;
      return () => found?.address;
    };
    const [near, far] = [addressOf(peer), addressOf(other)];
    const goes = (from: string | undefined, to: string | undefined, message: Message): boolean =>
      (from === undefined || message.from.address === from) && (to === undefined || message.to.address === to);
    return (message) =>
      (direction !== "in" && goes(near(), far(), message)) || (direction !== "out" && goes(far(), near(), message));
  }
}
