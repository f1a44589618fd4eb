import type { Milliseconds } from "../../world/duration.ts";
import type { Lab } from "../lab.ts";
import type { SavedFile } from "./drivers/saved-file.ts";
import { PeerSession } from "./drivers/peer-session.ts";
import { asList, type PeerSelection } from "./members.ts";
import { NOBODY } from "./scenario-topology.ts";

/** A scenario being performed: its lab, and the sessions with each peer. */
export class Run {
  readonly peers: readonly PeerSession[];
  /** Files that came from peers or were made, by the names that the scenario gives them. */
  readonly files = new Map<string, SavedFile>();
  /** Numbers of the faults that have names. */
  readonly faults = new Map<string, number>();

  constructor(
    readonly lab: Lab,
    private readonly network: string,
  ) {
    this.peers = lab.peers.map((peer) => new PeerSession(peer, lab.portOffset, this.files));
  }

  /** What stands for `${…}`: addresses by name. Those of peers are as they are now: an operator may change them. */
  get addresses(): ReadonlyMap<string, string> {
    return new Map([
      ...this.peers.map(({ name, address }) => [name, address] as const),
      ["surroundings", this.lab.topology.surroundings],
      ["nobody", `${this.network}.${NOBODY}`],
    ]);
  }

  /** How much of the lab's time has passed. */
  get elapsed(): Milliseconds {
    return this.lab.world.clock.monotonic();
  }

  select(selection: PeerSelection): readonly PeerSession[] {
    if (selection === "all") return this.peers;
    return asList(selection).flatMap((name) => this.peers.filter((peer) => peer.name === name));
  }

  advance(span: Milliseconds): Promise<void> {
    return this.lab.world.clock.advance(span);
  }

  async close(): Promise<void> {
    for (const peer of this.peers) await peer.close();
    await this.lab.stop();
  }
}
