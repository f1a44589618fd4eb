import { minutes, seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

const TOLD_WITHIN: Milliseconds = minutes(2) + seconds(32);

/** Alarms of what is found before a primary is missed. */
const FOUND_BEFORE: readonly number[] = [15005, 20007, 20008, 20010, 20015, 20019];

/** A peer with static NAT on LAN 1 neither copies nor gives: it says so, and those that follow it miss their primary. */
export class NatStopsTheCopy implements Checker {
  readonly invariant = "NAT";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, views, at, lifeOf }: Moment, tell: Tell): void {
    for (const view of views) {
      if (!view.clustered) continue;
      const primary = at(view.primaryAddress);
      if (hasNat(view)) {
        const lasting = this.#streaks.note(`${view.index}.${lifeOf(view)}`, now);
        if (lasting > TOLD_WITHIN && (!says(view, [20015, 15005, 20019]) || view.database === "Active"))
          tell(`peer ${view.index}`, "has static NAT on LAN 1 and does not say so");
      } else if (primary && primary !== view && primary.isOwnPrimary && primary.clustered && hasNat(primary)) {
        if (!primary.list.includes(view.address) || !view.list.includes(primary.address)) continue;
        if (says(view, FOUND_BEFORE)) continue;
        const lasting = this.#streaks.note(`${view.index}.${lifeOf(view)} ${primary.index}.${lifeOf(primary)}`, now);
        const silent = !view.alarms.has(20006) || !view.alarms.has(20016) || view.database === "Active";
        if (lasting > TOLD_WITHIN && silent)
          tell(
            `peer ${view.index}`,
            `follows peer ${primary.index}, which has static NAT on LAN 1, and does not miss it`,
          );
      }
    }
    this.#streaks.endLook();
  }
}

const hasNat = ({ device }: PeerView): boolean => device.configuration.isOn("Ethernet 1 IP V4 StaticNAT Mode");

const says = (view: PeerView, alarms: readonly number[]): boolean => alarms.some((alarm) => view.alarms.has(alarm));
