import { type ConfiguredPorts, configuredPorts } from "../../../model/configured-ports.ts";
import type { ItemPath } from "../../../model/configuration/index.ts";
import { isEdge } from "../../core/identity.ts";
import type { Settings, Warning } from "./warning.ts";

/** The ports that a function has taken. */
interface TakenPorts {
  readonly name: string;
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

type Conflict = readonly [TakenPorts, TakenPorts];

const isUsed = ({ configuration, identity }: Settings, { when = [], edge, platforms }: ConfiguredPorts): boolean =>
  (edge === undefined || isEdge(identity.product)) &&
  (platforms?.includes(identity.platform) ?? true) &&
  when.every(({ item, value }) => configuration.get(item as ItemPath) === value);

const takenPorts = (settings: Settings): readonly TakenPorts[] =>
  configuredPorts
    .filter((use) => isUsed(settings, use))
    .map(({ name, protocol, ports: [first, last] }) => ({
      name,
      protocol,
      first: settings.configuration.integer(first as ItemPath),
      last: settings.configuration.integer(last as ItemPath),
    }));

/** Every two functions that have a port in common. */
function conflicts(settings: Settings): readonly Conflict[] {
  const taken = takenPorts(settings);
  return taken.flatMap((one, place) =>
    taken
      .slice(place + 1)
      .filter(
        (other) =>
          other.protocol === one.protocol && Math.max(one.first, other.first) <= Math.min(one.last, other.last),
      )
      .map((other): Conflict => [one, other]),
  );
}

const portsOf = ({ first, last }: TakenPorts): string => (first === last ? String(first) : `${first} to ${last}`);

/** Administrator Guide, alarms. The alarm names one conflict; the evidence names all. */
export const portWarnings: readonly Warning[] = [
  {
    alarm: 25018,
    facts: (settings) =>
      conflicts(settings).map(
        ([one, other]) => `${one.name} has ${one.protocol} ${portsOf(one)}, and ${other.name} has ${portsOf(other)}`,
      ),
    clearedBy:
      "give each function ports of its own: Maintenance > Tools > Port usage shows which are taken, and the pages of the functions set them",
    parameters: (settings) => {
      const [conflict] = conflicts(settings);
      if (!conflict) return {};
      const [one, other] = conflict;
      return { "function 1": one.name, "port 1": portsOf(one), "function 2": other.name, "port 2": portsOf(other) };
    },
  },
];
