import type { Device } from "../../emulator/peer/device.ts";
import { seconds, type Milliseconds } from "../../emulator/world/duration.ts";
import type { SimulatedCluster } from "./simulated-cluster.ts";

/** Two peers may admit calls at once; each hears of the other's at the latest with the next update. */
const EXCHANGE_INTERVAL: Milliseconds = seconds(10);

/** At every nth event all alarms are compared with their conditions: each time would take most of the run. */
const EVENTS_BETWEEN_ALARM_CHECKS = 97;

/** Kinds of faults that keep messages from arriving. */
const ON_THE_WAY: readonly string[] = ["cut", "block", "loss", "delay"];

/** What an operator was told is saved. */
interface Acknowledged {
  readonly value: string;
  /** A cluster-wide item holds until another primary's configuration takes its place. */
  readonly whilePrimary: boolean;
}

/**
 * What must hold at every moment of every run, whatever goes wrong. Looked at after each event; what does not hold is
 * remembered with the moment, once for each kind and peer.
 */
export class Checkers {
  readonly broken: string[] = [];
  /** Digests of configurations that a peer had while it took none from another: what may be copied. */
  readonly #authored = new Set<string>();
  readonly #acknowledged = new Map<number, Map<string, Acknowledged>>();
  readonly #distrusted = new Set<number>();
  readonly #known = new Set<string>();
  readonly #seenCalls = new Set<string>();
  readonly #devices = new Map<number, Device>();
  readonly #overSince = new Map<string, Milliseconds>();
  #revisions = "";
  #events = 0;

  constructor(private readonly cluster: SimulatedCluster) {}

  /** An operator saved an item and was told so. */
  acknowledged(index: number, path: string, value: string, scope: "cluster" | "peer"): void {
    if (this.#distrusted.has(index)) return;
    const items = this.#acknowledged.get(index) ?? new Map<string, Acknowledged>();
    items.set(path, { value, whilePrimary: scope === "cluster" });
    this.#acknowledged.set(index, items);
  }

  /** The store of a peer is made to lose what it is given: it has no stable revision any more. */
  distrust(index: number): void {
    this.#distrusted.add(index);
    this.#acknowledged.delete(index);
  }

  /** An operator gave up what was saved: a reset, a forced update; or, of one item, was not told what became of it. */
  forget(index: number, path?: string): void {
    if (path === undefined) this.#acknowledged.delete(index);
    else this.#acknowledged.get(index)?.delete(path);
  }

  look(): void {
    this.#events++;
    const peers = [...this.cluster.peers.entries()];
    const revisions = peers.map(([, peer]) => peer.device?.facts.revision ?? "-").join();
    const changed = revisions !== this.#revisions;
    this.#revisions = revisions;
    const alarmsToo = this.#events % EVENTS_BETWEEN_ALARM_CHECKS === 0;
    if (!changed && !alarmsToo) return;
    for (const [place, { device }] of peers) {
      if (!device) continue;
      this.#configurationIsReal(place + 1, device);
      this.#nothingAcknowledgedIsLost(place + 1, device);
      this.#admissionsAreWithinLimits(place + 1, device);
      if (alarmsToo) this.#alarmsFollowConditions(place + 1, device);
      this.#devices.set(place + 1, device);
    }
    this.#pipesHold();
  }

  /** Cluster-wide configuration is always one that a primary really had, or what was edited on this very peer since. */
  #configurationIsReal(index: number, { cluster, configuration }: Device): void {
    const { text } = configuration.digest;
    if (!configuration.subordinate) {
      this.#authored.add(text);
      return;
    }
    const edited = [...configuration.allStored()].some((row) => row.editedHere);
    if (edited || this.#authored.has(text)) return;
    // A copy may be undone by edits of the primary's that nobody saw at their own moment: several in one event.
    if (cluster.lastSynchronization === undefined) return;
    this.#break(`peer ${index}: its configuration is none that a primary had`);
  }

  #nothingAcknowledgedIsLost(index: number, { configuration }: Device): void {
    const items = this.#acknowledged.get(index);
    if (!items) return;
    for (const [path, { value, whilePrimary }] of items) {
      if (whilePrimary && configuration.subordinate) items.delete(path);
      else if (configuration.read(path) !== value)
        this.#break(`peer ${index}: ${path} was saved as ${value} and is ${configuration.read(path)}`);
    }
  }

  #admissionsAreWithinLimits(index: number, { calls, licensing }: Device): void {
    for (const call of calls.active()) {
      if (this.#seenCalls.has(call.serialNumber)) continue;
      this.#seenCalls.add(call.serialNumber);
      const use = licensing.use(call.license);
      if (use && use.own > use.physical) this.#break(`peer ${index}: ${use.own} calls are beyond its platform`);
      if (use && use.cluster > use.pool)
        this.#break(`peer ${index}: ${use.cluster} of ${use.pool} licenses are in use`);
    }
  }

  /** An alarm stands if and only if its condition holds. */
  #alarmsFollowConditions(index: number, { alarms }: Device): void {
    for (const id of alarms.outOfStep()) this.#break(`peer ${index}: alarm ${id} does not follow its condition`);
  }

  /** Between peers that see each other over a network that keeps nothing back, a limit is exceeded for one interval at most. */
  #pipesHold(): void {
    const { clock } = this.cluster.world;
    const [first, ...others] = this.cluster.running;
    const sees = (device: Device): boolean =>
      device.cluster.others.length === others.length && device.cluster.others.every(({ word }) => word === "Active");
    const connected =
      first !== undefined &&
      !this.#isDisturbed() &&
      [first, ...others].every(sees) &&
      others.every(({ configuration }) => configuration.digest.text === first.configuration.digest.text);
    if (!connected) return this.#overSince.clear();
    for (const row of first.configuration.rows.of("Bandwidth Pipe")) {
      const name = first.configuration.get(`Bandwidth Pipe ${row} Name`);
      const limit = Number(first.configuration.get(`Bandwidth Pipe ${row} Bandwidth Total Limit`));
      const used = [first, ...others].reduce(
        (sum, device) => sum + Number(device.bandwidth.usage(`pipe ${name}`).LocalUsage),
        0,
      );
      if (used <= limit || first.configuration.get(`Bandwidth Pipe ${row} Bandwidth Total Mode`) !== "Limited") {
        this.#overSince.delete(name);
        continue;
      }
      const since = this.#overSince.get(name) ?? clock.monotonic();
      this.#overSince.set(name, since);
      // Delays of the network on top of the interval.
      if (clock.monotonic() - since > EXCHANGE_INTERVAL + seconds(1))
        this.#break(`pipe ${name} carries ${used} of ${limit} kbps`);
    }
  }

  /** Some messages between peers are lost or late on purpose. */
  #isDisturbed(): boolean {
    return this.cluster.faults.list().some(({ state, rule }) => state === "on" && ON_THE_WAY.includes(rule.kind));
  }

  #break(what: string): void {
    if (this.#known.has(what)) return;
    this.#known.add(what);
    this.broken.push(`${Math.round(this.cluster.world.clock.monotonic() / 1000)} s: ${what}`);
  }
}
