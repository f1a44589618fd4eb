import { commonMembers, faultKinds, services, slipKinds, type FaultKind } from "../../emulator/index.ts";
import { hardwareSensors, type HardwareSensor } from "../../emulator/model/hardware-sensors.ts";
import { valueText } from "../../emulator/peer/monitoring/hardware/sensor-reading.ts";
import { GENERATED, table } from "./markdown.ts";

interface Described {
  readonly description?: string;
}

/** What a rule of each place may name. */
const PLACES: Readonly<Record<FaultKind["place"], string>> = {
  path: "`peer`, `other`, `direction`: by default all paths",
  peers: "`peer`: by default all peers",
  peer: "`peer`, which has to be told",
};

/** `docs/reference/faults.md` */
export function faultsPage(): string {
  const sections = faultKinds.map(({ name, summary, place, hardware, firesAt, parameters }) => {
    const required = new Set(parameters.required as readonly string[] | undefined);
    const rows = Object.entries<Described>(parameters.properties).map(([member, { description = "" }]) => [
      `\`${member}\``,
      required.has(member) ? "has to be told" : "",
      description,
    ]);
    return [
      `## ${name}\n`,
      `${summary}\n`,
      `Where: ${PLACES[place]}.${hardware ? ` It takes a peer with \`hardware: ${hardware}\`.` : ""}${firesAt ? ` How often: chosen for each ${firesAt}.` : ""}\n`,
      ...(rows.length > 0 ? [`${table(["Member", "", "What it is"], rows)}\n`] : []),
    ].join("\n");
  });
  const common = Object.entries<Described>(commonMembers).map(([member, { description = "" }]) => [
    `\`${member}\``,
    description,
  ]);
  const ports = Object.entries(services).map(([name, ranges]) => [
    `\`${name}\``,
    ranges
      .map(({ protocol, first, last }) => `${protocol.toUpperCase()} ${first === last ? first : `${first}-${last}`}`)
      .join(", "),
  ]);
  const sensors = hardwareSensors.map((sensor: HardwareSensor) => [
    `\`${sensor.name}\`${sensor.assumed ? " (assumed)" : ""}`,
    ...[sensor.nominal, sensor.minimum, sensor.maximum].map((value) => valueText(sensor, value)),
  ]);
  const slips = slipKinds.map(({ name, summary, page, field, alarms }) => [
    `\`${name}\``,
    summary,
    `${page}, ${field}`,
    alarms.join(", ") || "none; `xtwin doctor` tells",
  ]);
  return [
    `# Faults\n\n${GENERATED}`,
    "A fault is a rule: what goes wrong, where, when and how often. It is written the same everywhere: as options of [`xtwin fault add`](xtwin.md#xtwin-fault), as JSON for the [control API](control-api.md#post-faults), as YAML in a [topology file](topology.md), as an object for `lab.faults.add`. [How to break things on purpose](../how-to/break-things-on-purpose.md).\n",
    "Faults act on what peers, DNS and NTP servers say to each other, not on the ways in (HTTPS, SSH): a peer that is cut off can be looked at.\n",
    "## What rules have in common\n",
    `${table(["Member", "What it is"], common)}\n`,
    "Every rule has `kind`, and may have `from` and `until`. `share`, `every`, `count` and `seed` are for kinds that are chosen for each message or request. The same seed gives the same choices; without one it is drawn, and shown.\n",
    "A rule ends with `until`, with the last time that `count` allows, or when it is removed. What it did to others ends by the peers' own means: a new probe, a new poll, the next copy.\n",
    ...sections,
    "## Slips\n",
    "A slip is no fault: it is a mistake of an operator, written into the configuration of a peer through its own door, by the user `lab`. Nothing removes it but whoever finds it and mends it on the page. Made by [`xtwin slip`](xtwin.md#xtwin-slip), the [control API](control-api.md#post-slips), `slip` in a [scenario](scenarios.md#do), or `makeSlip(lab, { kind, peer })`. The alarms are those on the peer itself where it is a subordinate of a cluster of three, with those that come within some minutes; `h323-off` is made on the primary, for H.323 mode is cluster-wide.\n",
    `${table(["Slip", "What is wrong", "Mended on", "Alarms"], slips)}\n`,
    "## Services that can be blocked\n",
    `${table(["Service", "Ports"], ports)}\n`,
    "## Sensors of an appliance\n",
    `${table(["Sensor", "Reads", "Minimum", "Maximum"], sensors)}\n`,
  ].join("\n");
}
