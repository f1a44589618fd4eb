import { addressOf } from "../simulated-cluster.ts";
import type { Setup, Step, TimedStep } from "../story/story.ts";

/** What the operators of a story believe to have set up, and the steps that they have planned so far. */
export class Plan {
  readonly steps: TimedStep[] = [];
  /** The addresses of the peers, in order. */
  readonly addresses: string[];
  /** The list that each peer was given last, in order. */
  readonly lists: (readonly string[])[];
  /** When the next step is due, in seconds. */
  now: number;

  constructor({ peers, formed }: Pick<Setup, "peers" | "formed">, from: number) {
    this.addresses = Array.from({ length: peers }, (_, place) => addressOf(place + 1));
    this.lists = this.addresses.map(() => (formed ? [...this.addresses] : []));
    this.now = from;
  }

  /** The peers, by number. */
  get peers(): readonly number[] {
    return this.addresses.map((_, place) => place + 1);
  }

  addressOf(peer: number): string {
    return this.addresses[peer - 1] ?? "";
  }

  /** Who is in the list of a peer, by number and in its order. */
  membersOf(peer: number): number[] {
    return (this.lists[peer - 1] ?? []).flatMap((address) => {
      const place = this.addresses.indexOf(address);
      return place === -1 ? [] : [place + 1];
    });
  }

  /** Plans a step for now, or for so many seconds later. */
  add(step: Step, later = 0): void {
    this.steps.push({ at: this.now + later, ...step });
  }

  /** The steps in the order of their times. */
  get inOrder(): readonly TimedStep[] {
    return this.steps.toSorted((a, b) => a.at - b.at);
  }
}
