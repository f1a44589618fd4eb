import type { AlarmId } from "../../../model/alarms/index.ts";
import type { Milliseconds } from "../../../world/duration.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import { formatTime } from "../../reporting/status/format-time.ts";
import { GRACE, TOLD_IN_DAYS, TOLD_IN_HOURS, type LostPeer } from "./license-pool.ts";

/** One span of a peer's absence and what tells of it: an alarm for a single peer, another for several. */
interface Stage {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly one: AlarmId;
  readonly several: AlarmId;
}

const HOUR: Milliseconds = 3_600_000;
const DAY: Milliseconds = 24 * HOUR;

const stages: readonly Stage[] = [
  { from: TOLD_IN_HOURS, to: TOLD_IN_DAYS, one: 30012, several: 30013 },
  { from: TOLD_IN_DAYS, to: GRACE, one: 30014, several: 30015 },
  { from: GRACE, to: Number.POSITIVE_INFINITY, one: 30016, several: 30017 },
];

/** The alarms 30012 to 30017 about licenses of peers that are out of contact. */
export function lostPeerConditions(lostPeers: () => readonly LostPeer[]): AlarmCondition[] {
  return stages.flatMap((stage) => [
    condition(stage, stage.one, lostPeers),
    condition(stage, stage.several, lostPeers),
  ]);
}

function condition(stage: Stage, alarm: AlarmId, lostPeers: () => readonly LostPeer[]): AlarmCondition {
  return {
    alarm,
    holds: () => {
      const lost = lostPeers().filter(({ lostFor }) => lostFor >= stage.from && lostFor < stage.to);
      const [first] = lost;
      if (!first || lost.length > 1 !== (alarm === stage.several)) return undefined;
      const removal = ({ lostAt }: LostPeer): string => formatTime(lostAt + GRACE);
      return {
        facts: lost.map(({ address, lostAt }) => `${address} has been out of contact since ${formatTime(lostAt)}`),
        clearedBy: "the peer is in contact again, or leaves the list of peers",
        parameters: {
          peer: first.address,
          hours: String(stage.from / HOUR),
          days: String(stage.from / DAY),
          date: removal(first),
          details: lost.map((peer) => `${peer.address} on ${removal(peer)}`).join(", "),
        },
      };
    },
  };
}
