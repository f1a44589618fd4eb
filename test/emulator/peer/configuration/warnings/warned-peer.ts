import { findCommand } from "../../../../../emulator/peer/configuration/commands/commands.ts";
import type { Evidence } from "../../../../../emulator/peer/core/alarm-condition.ts";
import type { Identity } from "../../../../../emulator/peer/core/identity.ts";
import type { Device } from "../../../../../emulator/peer/device.ts";
import { Peer } from "../../../../../emulator/peer/peer.ts";
import { alarmText } from "../../../../../emulator/peer/reporting/alarms/alarms.ts";
import { IN_MEMORY } from "../../../../../emulator/store/store.ts";
import { MemoryLog } from "../../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../../emulator/world/world.ts";

/** Values by the paths of their items. */
export type Values = Readonly<Record<string, string>>;

const ADMIN = { user: "admin" };

/** What changes of addresses, of ports and of time servers raise by themselves: a restart is asked for, or the time is not known. */
const BESIDE = [25002, 25008, 25010, 25021];

/** A peer as unpacked, of which a test sets what it likes. */
export class WarnedPeer {
  readonly #before: ReadonlySet<number>;

  private constructor(
    private readonly peer: Peer,
    readonly device: Device,
  ) {
    this.#before = new Set(this.#standing());
  }

  static async start(
    identity: Partial<Pick<Identity, "product" | "platform">> = {},
    configuration: Values = {},
  ): Promise<WarnedPeer> {
    const log = new MemoryLog();
    const peer = await Peer.powerOn(
      {
        identity: {
          serialNumber: "0A1B2C3D",
          softwareVersion: "X8.1",
          product: "expressway-e",
          platform: "medium",
          hardware: "virtual-machine",
          ...identity,
        },
        address: "192.0.2.1",
        dataDirectory: IN_MEMORY,
        configuration: Object.entries(configuration).map(([path, value]) => ({ path, value })),
      },
      createSimulatedWorld({ seed: 1, log }),
    );
    if (!peer.device) throw new Error("the peer is down");
    return new WarnedPeer(peer, peer.device);
  }

  set(values: Values): void {
    const changes = Object.entries(values).map(([path, value]) => ({ path, value }));
    const result = this.device.configuration.set(changes, ADMIN);
    if (!result.ok) throw new Error(`${result.path}: ${result.reason}`);
  }

  async command(name: string, args: Readonly<Record<string, string>>): Promise<void> {
    const found = findCommand(name);
    if (!found.ok) throw new Error(found.reason);
    const named = Object.entries(args).map(([argument, value]) => ({ name: argument, value }));
    const result = await this.device.commands.run(found.command, named, ADMIN);
    if (!result.ok) throw new Error(result.reason);
  }

  /** The alarms that the peer as unpacked did not have, without those that its changes raise by themselves. */
  warnings(): readonly number[] {
    this.device.facts.changed();
    return this.#standing().filter((id) => !this.#before.has(id) && !BESIDE.includes(id));
  }

  text(alarm: number): string | undefined {
    const record = this.#record(alarm);
    return record && alarmText(record);
  }

  evidence(alarm: number): Evidence | undefined {
    return this.#record(alarm)?.evidence;
  }

  stop(): Promise<void> {
    return this.peer.powerOff();
  }

  #record(alarm: number) {
    return this.device.alarms.standing().find(({ type }) => type.id === alarm);
  }

  #standing(): readonly number[] {
    return this.device.alarms
      .standing()
      .map(({ type }) => type.id)
      .toSorted((a, b) => a - b);
  }
}
