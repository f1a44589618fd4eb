import { sensorGroups, type SensorGroup } from "../../../../model/hardware-sensors.ts";
import {
  isInRange,
  readingText,
  valueText,
  type SensorReading,
} from "../../../../peer/monitoring/hardware/sensor-reading.ts";
import type { Page } from "../../page.ts";
import { ListTable } from "../../records/list-table.tsx";
import { StateWord } from "../../tables/state-word.tsx";

const columns = ["Sensor", "Reading", "Minimum", "Maximum", "State"] as const;

interface SensorTableProps {
  readonly group: SensorGroup;
  readonly readings: readonly SensorReading[];
}

/** The sensors of one kind, which an open page keeps up to date. */
function SensorTable({ group: { kind, title }, readings }: SensorTableProps) {
  return (
    <section class="sensors" data-live={`sensors-${kind}`}>
      <h2>{title}</h2>
      <ListTable
        columns={columns}
        rows={readings.map((reading) => {
          const { sensor } = reading;
          return {
            key: sensor.name,
            cells: [
              sensor.name,
              readingText(reading),
              valueText(sensor, sensor.minimum),
              valueText(sensor, sensor.maximum),
              <StateWord word={isInRange(reading) ? "Normal" : "Out of range"} />,
            ],
          };
        })}
      />
    </section>
  );
}

/** Status > Hardware, of appliances (Administrator Guide, "Hardware status"). */
export const hardwareStatus: Page = {
  view: ({ device: { hardware } }) => (
    <>
      {sensorGroups.map((group) => (
        <SensorTable key={group.kind} group={group} readings={hardware.readingsOf(group)} />
      ))}
    </>
  ),
};
