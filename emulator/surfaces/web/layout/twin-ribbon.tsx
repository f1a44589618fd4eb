import type { Device } from "../../../peer/device.ts";
import { localTime } from "../../../peer/system/system-status.ts";
import type { Clock } from "../../../world/clock.ts";
import { isSlowed, shownPace } from "../../../world/pace-text.ts";
import { peerName } from "../tables/peer-names.ts";

/** Says on every page what this is, so that nobody takes it for the product: which twin, at what time, and how fast time goes. */
export function TwinRibbon({ device }: { readonly device: Device }) {
  const { clock } = device;
  return (
    <div class="ribbon" role="note">
      <span>
        <b>Expressway Twin</b> {peerName(device)}
      </span>
      <span data-live="time">
        {localTime(clock.now(), "UTC")} UTC, {paceText(clock)}
      </span>
      <span>an emulation, not affiliated with Cisco</span>
    </div>
  );
}

function paceText(clock: Clock): string {
  const { speed } = clock;
  if (speed === 0) return "time stands still";
  if (isSlowed(clock)) return `${shownPace(clock)} times real time, as this machine holds no ${speed}`;
  return speed === 1 ? "in real time" : `${speed} times real time`;
}
