import { Type } from "typebox";
import { hardwareSensors } from "../../../model/hardware-sensors.ts";
import { valueText } from "../../../peer/monitoring/hardware/sensor-reading.ts";
import { faultKind } from "../fault-kind.ts";

const sensorNames = hardwareSensors.map(({ name }) => name);

/** No sensor reads less, or more, whatever its unit. */
const [LEAST, MOST] = [-1000, 100_000] as const;

/** Faults of the hardware of an appliance. */
export const hardwareFaultKinds = [
  faultKind({
    name: "sensor-reading",
    summary:
      "A sensor of an appliance reads a given value, across restarts; when the fault ends, its usual one. A value out of range raises 10001.",
    place: "peer",
    hardware: "appliance",
    parameters: Type.Object({
      sensor: Type.Enum(sensorNames, { description: `one of ${sensorNames.join(", ")}` }),
      reads: Type.Number({
        minimum: LEAST,
        maximum: MOST,
        description: `what it reads, in RPM, °C or V: a number from ${LEAST} to ${MOST}`,
      }),
    }),
    words: ({ sensor, reads }) => {
      const kind = hardwareSensors.find(({ name }) => name === sensor)?.kind ?? "fan";
      return `${sensor} reads ${valueText({ kind }, reads)}`;
    },
    alarms: () => [10001],
    begin: ({ peers, parameters, occurrence }) => {
      occurrence.fires();
      const endings = peers.map((peer) => peer.falsifyReading(parameters));
      return () => {
        for (const end of endings) end();
      };
    },
  }),
];
