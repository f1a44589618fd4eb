import type { Device } from "../../../peer/device.ts";
import { licenseFigures, percentOf } from "../../documents/license-figures.ts";
import { shownTime } from "./peer-names.ts";
import { resourcesOf } from "./resource-usage.ts";
import { StatusTable } from "./status-table.tsx";
import { statusAt } from "./status-value.ts";

export interface ResourceUsageTableProps {
  readonly device: Device;
  readonly number: number;
}

interface UseBarProps {
  readonly label: string;
  readonly used: number;
  readonly of: number;
}

/** How full it is at a look; the color changes where little is left. */
function UseBar({ label, used, of }: UseBarProps) {
  return (
    <meter
      aria-label={label}
      min={0}
      max={Math.max(of, 1)}
      high={of * 0.8}
      optimum={0}
      value={Math.min(used, of)}
    ></meter>
  );
}

/** Administrator Guide, "Overview": what calls and relays take, and how much of the licenses that is. */
export function ResourceUsageTable({ device, number }: ResourceUsageTableProps) {
  return (
    <StatusTable
      number={number}
      title={`Resource usage (last updated: ${shownTime(device, device.clock.now())})`}
      rows={resourcesOf(device).map(({ name, path, license }) => {
        const count = (which: string): string => statusAt(device, "ResourceUsage", ...path, which);
        const figures = license && licenseFigures(device, license);
        return [
          name,
          <ul class="figures">
            <li>{`Current ${count("Current")}, peak ${count("Max")}, since last restart ${count("Total")}`}</li>
            {figures && (
              <>
                <li>
                  {`License usage current ${percentOf(figures.own, figures.pool)}, peak ${percentOf(figures.peak, figures.pool)}`}
                </li>
                <li>{`In the cluster ${figures.cluster} of ${figures.pool} licenses`}</li>
                <li>
                  <UseBar
                    label={`Licenses for ${name} in use in the cluster`}
                    used={figures.cluster}
                    of={figures.pool}
                  />
                </li>
                <li>{`This system can carry ${figures.physical}`}</li>
                <li>
                  <UseBar
                    label={`Resources for ${name} in use`}
                    used={Number(count("Current"))}
                    of={figures.physical}
                  />
                </li>
              </>
            )}
          </ul>,
        ] as const;
      })}
    />
  );
}
