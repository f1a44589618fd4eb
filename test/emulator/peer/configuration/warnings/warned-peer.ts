import { findCommand } from "../../../../../emulator/peer/configuration/commands/commands.ts";
import type { Evidence } from "../../../../../emulator/peer/core/alarm-condition.ts";
import type { Identity } from "../../../../../emulator/peer/core/identity.ts";
import type { Device } from "../../../../../emulator/peer/device.ts";
import { alarmText } from "../../../../../emulator/peer/reporting/alarms/alarms.ts";
import { ADMIN, simulatedDevice } from "../../../surfaces/documents/simulated-device.ts";

/** Values by the paths of their items. */
export type Values = Readonly<Record<string, string>>;

/** What changes of addresses, of ports and of time servers raise by themselves: a restart is asked for, or the time is not known. */
const BESIDE = [25002, 25008, 25010, 25021];

/** A peer as unpacked, of which a test sets what it likes. */
export class WarnedPeer {
  readonly #before: ReadonlySet<number>;

  private constructor(
    readonly device: Device,
    readonly stop: () => Promise<void>,
  ) {
    this.#before = new Set(this.#standing());
  }

  static async start(
    identity: Partial<Pick<Identity, "product" | "platform">> = {},
    configuration: Values = {},
  ): Promise<WarnedPeer> {
    const { device, powerOff } = await simulatedDevice({ identity, configuration });
    return new WarnedPeer(device, powerOff);
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
