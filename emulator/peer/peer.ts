import { Store } from "../store/store.ts";
import type { Timer } from "../world/clock.ts";
import type { Milliseconds } from "../world/duration.ts";
import { openPeerWorld, type PeerWorld } from "../world/peer-world.ts";
import { SkewedClock } from "../world/skewed-clock.ts";
import type { World } from "../world/world.ts";
import type { BootOptions } from "./assembly/boot-options.ts";
import { type Boot, boot } from "./boot.ts";
import { makeReleaseKey } from "./calls/licensing/release-key.ts";
import { PeerFiles } from "./cluster/peer-files.ts";
import type { Change } from "./core/configuration-change.ts";
import type { Identity } from "./core/identity.ts";
import type { Journal } from "./core/journal.ts";
import type { Device, SurfaceFactory } from "./device.ts";
import { type Absence, type AbsenceReason, type StartFailure, startFailure } from "./maintenance/absence.ts";
import { unpack } from "./maintenance/factory/unpack.ts";
import type { Box, GoingDown } from "./maintenance/going-down.ts";
import { type MaintenanceTimes, PRODUCT_TIMES } from "./maintenance/times.ts";
import { startStagedSoftware } from "./maintenance/upgrade/upgrade.ts";
import type { Incident } from "./monitoring/diagnostics/incident-report.ts";
import type { FalseReading } from "./monitoring/hardware/hardware-monitor.ts";

export interface PeerOptions {
  readonly identity: Identity;
  /** LAN 1 IPv4 address of a peer whose data directory is new. */
  readonly address: string;
  /** Release key of a peer whose data directory is new; by default the one that it needs. */
  readonly releaseKey?: string;
  /** Directory of the peer's store, or `IN_MEMORY`. */
  readonly dataDirectory: string;
  /** Configuration that a new peer gets over that of a peer as unpacked. */
  readonly configuration?: readonly Change[];
  readonly surfaces?: readonly SurfaceFactory[];
  /** How long maintenance takes; by default the product's times. */
  readonly times?: MaintenanceTimes;
  /** How far the peer's clock is off when it is powered on. */
  readonly clockError?: Milliseconds;
  /** Records what the peer is asked; nobody does by default. */
  readonly journal?: Journal;
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
  #softwareVersion: string | undefined;
  #store: Store;
  /** A store is to be opened anew before the next start. */
  #withoutPower = false;
  /** The next start is one of the whole system, not of the application alone. */
  #reboots = true;
  #comingBack: Timer | undefined;
  /** What took it down last. */
  #wentDown: AbsenceReason = "powerOff";
  #startFailure: StartFailure | undefined;
  #changing: Promise<void> = Promise.resolve();
  readonly #writeListeners = new Set<() => void>();
  #falseKey: string | undefined;
  #losesCopies = false;
  #stalledUpgrade: string | undefined;
  #falseReadings: readonly FalseReading[] = [];
  /** How the last life ended, where that was not in order and no start has told of it yet. */
  #unexpectedEnd: Incident | undefined;

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
      await peer.#start();
    } catch (error) {
      peer.#store.close();
      throw error;
    }
    return peer;
  }

  /** What it is, with the version of the software that it runs or is to start with. */
  get identity(): Identity {
    const { identity } = this.options;
    return { ...identity, softwareVersion: this.#softwareVersion ?? identity.softwareVersion };
  }

  /** The running device; undefined while the peer is down. */
  get device(): Device | undefined {
    return this.#life?.boot?.device;
  }

  /** Why it is down, and for how long; undefined while the device runs. */
  get absence(): Absence | undefined {
    if (this.device) return undefined;
    const left = (this.#comingBack?.due ?? 0) - this.world.clock.monotonic();
    const failure = this.#wentDown === "noStart" && this.#startFailure;
    return { reason: this.#wentDown, ...(failure && { failure }), ...(!this.#life && left > 0 && { backIn: left }) };
  }

  /** LAN 1 IPv4 address, of the last start while the peer is down. */
  get address(): string {
    return this.#address;
  }

  /** Takes the peer down, does what is to be done to its store, and brings it back after the time that the product needs. */
  goDown({ kind, rebuild }: GoingDown): Promise<void> {
    return this.#inTurn(async () => {
      // Asked twice, it goes down once; and one that has crashed meanwhile does not come back because of it.
      if (!(await this.#stop(kind))) return;
      if (kind !== "shutdown") this.#comeBack(kind);
      rebuild?.(this.#store, this.#box());
    });
  }

  /** Powers the peer off in order. `powerOn` brings it back with its data. */
  powerOff(): Promise<void> {
    this.#forgetReturn();
    return this.#inTurn(async () => {
      this.#forgetReturn();
      await this.#stop("powerOff");
      this.#wentDown = "powerOff";
      this.#withoutPower = true;
      this.#reboots = true;
      this.#store.close();
    });
  }

  /**
   * Brings a peer that is down back at once.
   * @throws EmulatorError STORE_UNUSABLE, or what binding its addresses gives
   */
  powerOn(): Promise<void> {
    this.#forgetReturn();
    return this.#inTurn(() => this.#start());
  }

  /**
   * Takes the power away at this moment: nothing is stopped in order, and of the store remains what was committed. With
   * `comesBack` the power returns at once and the peer is up after the time of a reboot; else it stays off.
   */
  crash({ comesBack = false }: { comesBack?: boolean } = {}): void {
    this.#forgetReturn();
    this.#wentDown = "powerFailure";
    this.#reboots = true;
    if (this.#life) this.#unexpectedEnd = { at: this.clock.now(), detail: "the power failed" };
    this.#store.losePower();
    this.#endLife();
    if (comesBack) this.#comeBack("reboot");
  }

  /**
   * Overwrites the pages of its database that hold the configuration. A peer that is up notices at once; one that is down, when
   * it starts.
   */
  damageDatabase(): void {
    const wasUp = this.#life !== undefined;
    this.#store.damage("configuration");
    this.#databaseFailed("pages were overwritten", wasUp);
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

  /** Makes the installation of a software version go on without an end; undefined ends that, with nothing installed. */
  stallUpgrade(version: string | undefined): void {
    this.#stalledUpgrade = version;
    this.device?.facts.changed();
  }

  /** Makes a sensor of an appliance read a value, over restarts. @returns what ends that */
  falsifyReading(reading: FalseReading): () => void {
    const put = (readings: readonly FalseReading[]): void => {
      this.#falseReadings = readings;
      this.device?.hardware.readingsChanged();
    };
    put([...this.#falseReadings, reading]);
    return () => put(this.#falseReadings.filter((other) => other !== reading));
  }

  async #start(): Promise<void> {
    if (this.#life) return;
    this.#openStore();
    const life: Life = { world: openPeerWorld({ ...this.world, clock: this.clock }) };
    this.#life = life;
    try {
      this.#prepareStore();
      const { surfaces = [], times = PRODUCT_TIMES } = this.options;
      const options: BootOptions = {
        world: life.world,
        store: this.#store,
        identity: this.identity,
        times,
        onGoingDown: (down) => {
          if (this.#life === life) this.#unattended(() => this.goDown(down));
        },
        falseKey: () => this.#falseKey,
        stalledUpgrade: () => this.#stalledUpgrade,
        falseReadings: () => this.#falseReadings,
        unexpectedEnd: this.#unexpectedEnd,
        journal: this.options.journal ?? (() => {}),
        hasSurfaces: surfaces.length > 0,
      };
      life.boot = await boot(options, surfaces);
      this.#address = life.boot.device.address;
      this.#unexpectedEnd = undefined;
    } catch (error) {
      // It may have lost its power while it was booting.
      if (this.#life !== life) return;
      life.world.end();
      this.#life = undefined;
      this.#wentDown = "noStart";
      this.#startFailure = startFailure(error, this.#store);
      throw error;
    }
  }

  /** A new store is unpacked; a reboot starts the software that was installed last. */
  #prepareStore(): void {
    unpack(this.#store, { ...this.#box(), address: this.#address }, this.options.configuration ?? []);
    if (this.#store.state.get("release key") === undefined)
      this.#store.state.put("release key", this.#firstReleaseKey());
    if (this.#reboots) startStagedSoftware(this.#store);
    this.#softwareVersion = this.#store.state.get("software")?.version;
  }

  #firstReleaseKey(): string {
    const { identity, releaseKey } = this.options;
    return releaseKey ?? makeReleaseKey(identity.serialNumber, identity.softwareVersion);
  }

  #box(): Box {
    const { identity, address } = this.options;
    return { clock: this.clock, random: this.world.random, serialNumber: identity.serialNumber, address };
  }

  /** @returns false when the peer was down already, or lost its power before it had stopped */
  async #stop(reason: AbsenceReason): Promise<boolean> {
    const life = this.#life;
    const running = life?.boot;
    if (!life || !running) return false;
    this.#wentDown = reason;
    delete life.boot;
    await running.stop();
    if (this.#life !== life) return false;
    life.world.end();
    this.#life = undefined;
    return true;
  }

  #comeBack(kind: Exclude<GoingDown["kind"], "shutdown">): void {
    this.#reboots = kind !== "restart";
    const away = (this.options.times ?? PRODUCT_TIMES)[kind];
    this.#forgetReturn();
    // Not on the clock of the life that has ended.
    this.#comingBack = this.world.clock.after(`${kind} ends`, away, () =>
      this.#unattended(() => this.#inTurn(() => this.#start())),
    );
  }

  /** It does not come back by itself. */
  #forgetReturn(): void {
    this.#comingBack?.cancel();
    this.#comingBack = undefined;
  }

  #openStore(): void {
    if (this.#withoutPower) this.#store = this.#watched(this.#store.reopen());
    this.#withoutPower = false;
  }

  /** Nothing is stopped in order, and the store is to be opened anew. */
  #endLife(): void {
    this.#withoutPower = true;
    this.#life?.world.end();
    this.#life = undefined;
  }

  /** The application ends where it stands, and one that was up starts anew; the store is sound again when it is opened. */
  #databaseFailed(reason: string, wasUp: boolean): void {
    this.world.log.info("the database of a peer is damaged", { address: this.#address, reason });
    if (wasUp)
      this.#unexpectedEnd = { at: this.clock.now(), module: "clusterdb", detail: `the database is damaged: ${reason}` };
    this.#endLife();
    if (!wasUp) return;
    this.#wentDown = "damagedDatabase";
    this.#comeBack("restart");
  }

  #watched(store: Store): Store {
    if (this.#losesCopies) store.loseCopies(true);
    store.onWrite(() => {
      for (const listener of this.#writeListeners) listener();
    });
    store.onDamage((reason) => this.#databaseFailed(reason, this.#life !== undefined));
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
