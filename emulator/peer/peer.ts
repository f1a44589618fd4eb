import { Store } from "../store/store.ts";
import { minutes, seconds, type Milliseconds } from "../world/duration.ts";
import type { Timer } from "../world/clock.ts";
import { openPeerWorld, type PeerWorld } from "../world/peer-world.ts";
import { SkewedClock } from "../world/skewed-clock.ts";
import type { World } from "../world/world.ts";
import { boot, type Boot, type SurfaceFactory } from "./boot.ts";
import { PeerFiles } from "./cluster/peer-files.ts";
import type { Change } from "./configuration/configuration.ts";
import type { Device } from "./device.ts";
import type { Identity } from "./identity.ts";
import type { RestartKind } from "./maintenance/maintenance.ts";
import { unpack } from "./unpack.ts";

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

/** From a start to the next end. */
interface Life {
  readonly world: PeerWorld;
  /** Absent while it boots. */
  boot?: Boot;
}

/** One emulated box: powered on it boots, goes down and comes back on the same store until it is powered off. */
export class Peer {
  /** What the hardware clock shows; it runs on through restarts and without power. */
  readonly clock: SkewedClock;
  #life: Life | undefined;
  #address: string;
  #store: Store;
  /** A store is to be opened anew before the next start. */
  #withoutPower = false;
  #comingBack: Timer | undefined;
  #changing: Promise<void> = Promise.resolve();
  readonly #writeListeners = new Set<() => void>();
  #falseKey: string | undefined;
  #losesCopies = false;

  private constructor(
    private readonly options: PeerOptions,
    private readonly world: World,
  ) {
    this.clock = new SkewedClock(world.clock, options.clockError);
    this.#address = options.address;
    this.#store = this.#watched(Store.open(options.dataDirectory));
  }

  /**
   * Powers a new peer on and resolves when it is up.
   * @throws EmulatorError STORE_UNUSABLE, CONFIGURATION_REFUSED, or what binding its addresses gives
   */
  static async powerOn(options: PeerOptions, world: World): Promise<Peer> {
    const peer = new Peer(options, world);
    try {
      unpack(peer.#store, peer.clock, { ...options, serialNumber: options.identity.serialNumber });
      await peer.#start();
    } catch (error) {
      peer.#store.close();
      throw error;
    }
    return peer;
  }

  get identity(): Identity {
    return this.options.identity;
  }

  /** The running device; undefined while the peer is down. */
  get device(): Device | undefined {
    return this.#life?.boot?.device;
  }

  /** LAN 1 IPv4 address, of the last start while the peer is down. */
  get address(): string {
    return this.#address;
  }

  /** Takes the peer down and brings it back after the time that the product needs. */
  restart(kind: RestartKind): Promise<void> {
    return this.#inTurn(async () => {
      // Asked twice, it goes down once; and one that has crashed meanwhile does not come back because of it.
      if (!(await this.#stop()) || kind === "shutdown") return;
      this.#comeBack(kind);
    });
  }

  /** Powers the peer off in order. `powerOn` brings it back with its data. */
  powerOff(): Promise<void> {
    this.#comingBack?.cancel();
    return this.#inTurn(async () => {
      this.#comingBack?.cancel();
      await this.#stop();
      this.#withoutPower = true;
      this.#store.close();
    });
  }

  /**
   * Brings a peer that is down back at once.
   * @throws EmulatorError STORE_UNUSABLE, or what binding its addresses gives
   */
  powerOn(): Promise<void> {
    this.#comingBack?.cancel();
    return this.#inTurn(() => this.#start());
  }

  /**
   * Takes the power away at this moment: nothing is stopped in order, and of the store remains what was committed. With
   * `comesBack` the power returns at once and the peer is up after the time of a reboot; else it stays off.
   */
  crash({ comesBack = false }: { comesBack?: boolean } = {}): void {
    this.#comingBack?.cancel();
    this.#withoutPower = true;
    this.#store.losePower();
    this.#life?.world.end();
    this.#life = undefined;
    if (comesBack) this.#comeBack("reboot");
  }

  /** Has a listener called before each write to the store. @returns what ends that */
  onStoreWrite(listener: () => void): () => void {
    this.#writeListeners.add(listener);
    return () => void this.#writeListeners.delete(listener);
  }

  /** Makes the key exchange go by another key than the configured one; undefined ends that. */
  falsifyKey(key: string | undefined): void {
    this.#falseKey = key;
    this.device?.cluster.keyChanged();
  }

  /** Loses the configuration files that the copy goes by, whether the peer is up or down. */
  losePeerFiles(): void {
    this.#openStore();
    new PeerFiles(this.#store).lose();
  }

  /** Makes the store lose what comes with a copy, over restarts, or ends that. */
  loseCopies(lost: boolean): void {
    this.#losesCopies = lost;
    this.#store.loseCopies(lost);
  }

  async #start(): Promise<void> {
    if (this.#life) return;
    this.#openStore();
    const life: Life = { world: openPeerWorld({ ...this.world, clock: this.clock }) };
    this.#life = life;
    try {
      const { identity, surfaces = [] } = this.options;
      life.boot = await boot({
        world: life.world,
        store: this.#store,
        identity,
        surfaces,
        onRestart: (kind) => {
          if (this.#life === life) this.#unattended(() => this.restart(kind));
        },
        falseKey: () => this.#falseKey,
      });
      this.#address = life.boot.device.address;
    } catch (error) {
      // It may have lost its power while it was booting.
      if (this.#life !== life) return;
      life.world.end();
      this.#life = undefined;
      throw error;
    }
  }

  /** @returns false when the peer was down already, or lost its power before it had stopped */
  async #stop(): Promise<boolean> {
    const life = this.#life;
    const running = life?.boot;
    if (!life || !running) return false;
    delete life.boot;
    await running.stop();
    if (this.#life !== life) return false;
    life.world.end();
    this.#life = undefined;
    return true;
  }

  #comeBack(kind: "restart" | "reboot"): void {
    const downtime = (this.options.downtime ?? PRODUCT_DOWNTIME)[kind];
    // Not on the clock of the life that has ended.
    this.#comingBack = this.world.clock.after(`${kind} ends`, downtime, () =>
      this.#unattended(() => this.#inTurn(() => this.#start())),
    );
  }

  #openStore(): void {
    if (this.#withoutPower) this.#store = this.#watched(this.#store.reopen());
    this.#withoutPower = false;
  }

  #watched(store: Store): Store {
    if (this.#losesCopies) store.loseCopies(true);
    store.onWrite(() => {
      for (const listener of this.#writeListeners) listener();
    });
    return store;
  }

  /** Going down and coming back follow each other. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#changing.then(work);
    this.#changing = done.catch(() => {});
    return done;
  }

  /**
   * Nobody waits for it, so a failure is logged. Sockets are bound, keys are read: work of the machine, which time that
   * is advanced by hand waits for.
   */
  #unattended(work: () => Promise<void>): void {
    void this.world.track(work().catch((error: unknown) => this.world.log.error("peer failed to restart", error)));
  }
}
