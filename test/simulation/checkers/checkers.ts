import type { Device } from "../../../emulator/peer/device.ts";
import { minutes, seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { SimulatedCluster } from "../simulated-cluster.ts";
import { AdmissionsAreWithinLimits } from "./admissions.ts";
import { AlarmsFollowConditions } from "./alarm-conditions.ts";
import type { Checker, Finding, Moment } from "./checker.ts";
import { CopyIsEqual, PrimaryHasAnAddress } from "./copy.ts";
import { groupsOf } from "./group.ts";
import { ListsThatDifferAreTold } from "./lists.ts";
import { NatStopsTheCopy } from "./nat.ts";
import { UseIsWithinLimits } from "./over-use.ts";
import { PeerView } from "./peer-view.ts";
import { PoolsAgree } from "./pools.ts";
import { PrimariesAreTold, WellMeansEqual } from "./primaries.ts";
import { ConfigurationIsReal } from "./real-configuration.ts";
import { SavedItemsStay } from "./saved-items.ts";
import { BrokenStreamsAreTold } from "./stream.ts";
import { AnnouncedCopiesCome } from "./synchronization.ts";
import { Ways } from "./ways.ts";

/** While nothing changes only time can break something: it is looked at ever more rarely. */
const SHORTEST_REST: Milliseconds = seconds(5);
const LONGEST_REST: Milliseconds = minutes(10);

/** What changed, as `Facts` tells it apart. */
type Change = "state" | "usage";

/** How a peer was at the last look. */
interface Known {
  readonly device: Device | undefined;
  readonly revision: number | undefined;
  readonly stateRevision: number | undefined;
  /** What was read of it since its state changed last. */
  readonly view: PeerView | undefined;
}

/**
 * What must hold at every moment of every run, whatever goes wrong. Looked at after each event; what does not hold is
 * remembered with the moment, once for each invariant and whom it is about.
 */
export class Checkers {
  readonly findings: Finding[] = [];
  readonly saved = new SavedItemsStay();
  readonly ways = new Ways();
  readonly #checkers: readonly Checker[] = [
    this.saved,
    new ConfigurationIsReal(),
    new AdmissionsAreWithinLimits(),
    new AlarmsFollowConditions(),
    new CopyIsEqual(),
    new PrimaryHasAnAddress(),
    new PrimariesAreTold(),
    new WellMeansEqual(),
    new PoolsAgree(),
    new UseIsWithinLimits(),
    new AnnouncedCopiesCome(),
    new BrokenStreamsAreTold(),
    new NatStopsTheCopy(),
    new ListsThatDifferAreTold(),
  ];
  readonly #told = new Set<string>();
  readonly #known: Known[] = [];
  readonly #lives = new WeakMap<Device, number>();
  #livesBegun = 0;
  #lookAgain: Milliseconds = 0;
  #rest: Milliseconds = SHORTEST_REST;
  #moment: Moment | undefined;

  constructor(private readonly cluster: SimulatedCluster) {}

  /** To be called after each event. */
  look(): void {
    const now = this.cluster.world.clock.monotonic();
    const change = this.#change();
    if (change === "none" && now < this.#lookAgain) return;
    this.#rest = change === "none" ? Math.min(2 * this.#rest, LONGEST_REST) : SHORTEST_REST;
    this.#lookAgain = now + this.#rest;
    // Time alone may have changed what nobody told of: all is read anew.
    if (change === "none") this.#readAnew();
    const moment = change === "usage" && this.#moment ? { ...this.#moment, now } : this.#momentAt(now);
    this.#moment = moment;
    for (const checker of this.#checkers) {
      if (change === "usage" && checker.follows === "state") continue;
      const { invariant } = checker;
      checker.look(moment, (of, what) => this.#tell({ invariant, of, at: now, what }));
    }
  }

  /** The story does something: whatever comes of it is looked at soon. */
  disturbed(): void {
    this.#rest = SHORTEST_REST;
    this.#lookAgain = 0;
  }

  /** What has changed of any peer since the last look. */
  #change(): "none" | Change {
    let change: "none" | Change = "none";
    for (const [place, { device }] of this.cluster.peers.entries()) {
      const known = this.#known[place];
      if (device === known?.device && device?.facts.revision === known?.revision) continue;
      const sameState = known && device === known.device && device?.facts.stateRevision === known.stateRevision;
      if (!sameState) change = "state";
      else if (change === "none") change = "usage";
      const view = sameState ? known.view : device && new PeerView(place + 1, device);
      this.#known[place] = {
        device,
        revision: device?.facts.revision,
        stateRevision: device?.facts.stateRevision,
        view,
      };
    }
    return change;
  }

  #readAnew(): void {
    for (const [place, { device }] of this.cluster.peers.entries()) {
      const known = this.#known[place];
      if (device && known) this.#known[place] = { ...known, view: new PeerView(place + 1, device) };
    }
  }

  #momentAt(now: Milliseconds): Moment {
    const views = this.#known.flatMap(({ view }) => view ?? []);
    const lifeOf = ({ device }: PeerView): number => this.#lifeOf(device);
    return {
      now,
      views,
      groups: groupsOf(views, lifeOf),
      ways: this.ways,
      at: (address) => views.find((view) => view.address === address),
      lifeOf,
    };
  }

  #lifeOf(device: Device): number {
    const known = this.#lives.get(device);
    if (known !== undefined) return known;
    this.#lives.set(device, ++this.#livesBegun);
    return this.#livesBegun;
  }

  #tell(finding: Finding): void {
    const key = `${finding.invariant} ${finding.of}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.findings.push(finding);
  }
}
