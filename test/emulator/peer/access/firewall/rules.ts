import { findCommand } from "../../../../../emulator/peer/configuration/commands/commands.ts";
import type { CommandResult } from "../../../../../emulator/peer/core/command-handler.ts";
import type { Device } from "../../../../../emulator/peer/device.ts";
import { ADMIN } from "../../../surfaces/documents/simulated-device.ts";

const anywhere = { Priority: "10", Address: "0.0.0.0", PrefixLength: "0", Service: "Custom", Action: "Drop" };

/** Adds a rule as `xCommand FirewallRuleAdd` does: about everything over TCP unless told. */
export function addRule(device: Device, given: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
  return runCommand(device, "FirewallRuleAdd", { ...anywhere, ...given });
}

export const deleteRule = (device: Device, row: number): Promise<CommandResult> =>
  runCommand(device, "FirewallRuleDelete", { RuleId: String(row) });

async function runCommand(
  device: Device,
  name: string,
  args: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const found = findCommand(name);
  if (!found.ok) throw new Error(found.reason);
  const given = Object.entries(args).map(([argument, value]) => ({ name: argument, value }));
  const running = device.commands.run(found.command, given, ADMIN);
  return running;
}

/** Activates the working copy and keeps it. */
export function putInForce(device: Device): void {
  const activated = device.firewall.activate();
  if (!activated.ok) throw new Error(activated.reasons.join("; "));
  const accepted = device.firewall.accept(ADMIN);
  if (!accepted.ok) throw new Error(accepted.reason);
}
