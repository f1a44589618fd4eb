import { EmulatorError } from "../errors.ts";
import { Store } from "../store/store.ts";
import { minutes, seconds, type Milliseconds } from "../world/duration.ts";
import type { Timer } from "../world/clock.ts";
import { SkewedClock } from "../world/skewed-clock.ts";
import type { World } from "../world/world.ts";
import { boot, type Boot, type SurfaceFactory } from "./boot.ts";
import { Configuration, type Change } from "./configuration/configuration.ts";
import { guardRows } from "./configuration/unique-names.ts";
import type { Device } from "./device.ts";
import { factoryChanges } from "./factory-configuration.ts";
import { Facts } from "./facts.ts";
import type { Identity } from "./identity.ts";
import { EventLog, THE_SYSTEM } from "./logging/event-log.ts";
import { guardOptionKeys } from "./licensing/installed-options.ts";
import type { RestartKind } from "./maintenance/maintenance.ts";

/** How long a peer is away. Administrator Guide, "Restart options": about 3 and about 5 minutes. */
export const PRODUCT_DOWNTIME: Readonly<Record<"restart" | "reboot", Milliseconds>> = {
  restart: minutes(3),
  reboot: minutes(5),
};

/** For those who cannot wait: a lab started with `--quick`. */
export const QUICK_DOWNTIME: typeof PRODUCT_DOWNTIME = { restart: seconds(2), reboot: seconds(2) };

export interface PeerOptions {
  readonly identity: Identity;
  /** LAN 1 IPv4 address of a peer whose data directory is new. */
  readonly address: string;
  /** Directory of the peer's store, or `IN_MEMORY`. */
  readonly dataDirectory: string;
  /** Configuration that a new peer gets over that of a peer as unpacked. */
  readonly configuration?: readonly Change[];
  readonly surfaces?: readonly SurfaceFactory[];
  readonly downtime?: typeof PRODUCT_DOWNTIME;
  /** How far the peer's clock is off when it is powered on. */
  readonly clockError?: Milliseconds;
}

/** One emulated box: powered on it boots, goes down and comes back on the same store until it is powered off. */
export class Peer {
  #boot: Boot | undefined;
  #comingBack: Timer | undefined;
  #changing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: PeerOptions,
    private readonly world: World & { readonly clock: SkewedClock },
    private readonly store: Store,
  ) {}

  /**
   * Powers a peer on and resolves when it is up.
   * @throws EmulatorError STORE_UNUSABLE, CONFIGURATION_REFUSED, or what binding its addresses gives
   */
  static async powerOn(options: PeerOptions, world: World): Promise<Peer> {
    const clock = new SkewedClock(world.clock, options.clockError);
    const store = Store.open(options.dataDirectory);
    const peer = new Peer(options, { ...world, clock }, store);
    try {
      peer.#unpack();
      await peer.#start();
    } catch (error) {
      store.close();
      throw error;
    }
    return peer;
  }

  get identity(): Identity {
    return this.options.identity;
  }

  /** The running device; undefined while the peer is down. */
  get device(): Device | undefined {
    return this.#boot?.device;
  }

  /** Takes the peer down and brings it back after the time that the product needs. */
  async restart(kind: RestartKind): Promise<void> {
    // Asked twice, it goes down once.
    if (!this.#boot) return;
    await this.#stop();
    if (kind === "shutdown") return;
    const downtime = (this.options.downtime ?? PRODUCT_DOWNTIME)[kind];
    this.#comingBack = this.world.clock.after(`${kind} ends`, downtime, () => {
      // Sockets are bound, keys are read: work of the machine, which time that is advanced by hand waits for.
      void this.world.track(this.#inTurn(() => this.#start()));
    });
  }

  /** Ends everything. The data directory can be powered on again. */
  async powerOff(): Promise<void> {
    this.#comingBack?.cancel();
    await this.#stop();
    this.store.close();
  }

  /** The first time a data directory is used: the configuration of a peer as unpacked, and what the lab gives it. */
  #unpack(): void {
    if (this.store.state.get("unpacked")) return;
    const facts = new Facts();
    const log = new EventLog(this.store.eventLog, this.world.clock, () => "TANDBERG");
    const changes: Change[] = [
      ...factoryChanges(),
      { path: "Ethernet 1 IP V4 Address", value: this.options.address },
      ...(this.options.configuration ?? []),
    ];
    this.store.transaction(() => {
      const configuration = new Configuration(this.store, facts, log);
      guardRows(configuration);
      guardOptionKeys(configuration, this.options.identity.serialNumber);
      const result = configuration.set(changes, THE_SYSTEM);
      if (!result.ok) throw new EmulatorError("CONFIGURATION_REFUSED", `${result.path}: ${result.reason}`);
      this.store.state.put("unpacked", true);
    });
  }

  async #start(): Promise<void> {
    const { identity, surfaces = [] } = this.options;
    const onRestart = (kind: RestartKind): void => {
      void this.world.track(this.#inTurn(() => this.restart(kind)));
    };
    this.#boot = await boot({ world: this.world, store: this.store, identity, surfaces, onRestart });
  }

  async #stop(): Promise<void> {
    const running = this.#boot;
    this.#boot = undefined;
    await running?.stop();
  }

  /** Going down and coming back follow each other; a failure is logged, for nobody waits for it. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#changing = this.#changing
      .then(work)
      .catch((error: unknown) => this.world.log.error("peer failed to restart", error));
    return this.#changing;
  }
}
