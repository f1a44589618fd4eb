import type { Instant } from "../../../world/duration.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import { registrationStatus } from "./registration-status.ts";
import type { Registration } from "./registration.ts";

/** What the commands need of the registrations of a peer. */
interface RegisteredEndpoints {
  all(): readonly Registration[];
  /** @returns false where the alias is not registered */
  remove(alias: string): boolean;
}

/** The commands about the endpoints of this peer: those of other peers are not looked at. */
export function registrationCommandHandlers(registrations: RegisteredEndpoints, now: () => Instant): CommandHandlers {
  return {
    FindRegistration: (args) => findRegistration(registrations, args, now()),
    RemoveRegistration: (args) => removeRegistration(registrations, args),
  };
}

function findRegistration(
  registrations: RegisteredEndpoints,
  { Alias: alias = "" }: CommandArguments,
  now: Instant,
): CommandResult {
  const found = registrations.all().find((one) => one.alias.toLowerCase() === alias.toLowerCase());
  if (!found) return { ok: false, reason: `${alias} is not registered on this peer` };
  return { ok: true, values: { Registration: new Map([[found.index, registrationStatus(found, now)]]) } };
}

function removeRegistration(registrations: RegisteredEndpoints, args: CommandArguments): CommandResult {
  const { Registration: index, RegistrationSerialNumber: serialNumber } = args;
  if ((index === undefined) === (serialNumber === undefined))
    return { ok: false, reason: "give either Registration or RegistrationSerialNumber" };
  const all = registrations.all();
  const found = all.find((one) => one.serialNumber === serialNumber || String(one.index) === index);
  if (found && registrations.remove(found.alias)) return { ok: true };
  const present = all.map((one) => one.index).join(", ") || "none";
  return { ok: false, reason: `there is no registration ${serialNumber ?? index} on this peer; there are: ${present}` };
}
