import type { PeerReport } from "../../../../protocol/cluster/probe.ts";
import { seconds, type Instant, type Milliseconds } from "../../../world/duration.ts";
import type { PeerLicenses } from "./peer-licenses.ts";

type Moments = Pick<PeerLicenses, "lostAt" | "seenAt">;

/** Moments that are less apart are one: how far two clocks are apart is not known to the second. */
const SAME_MOMENT: Milliseconds = seconds(10);

/** The same moments after a clock has been set by so much; 0 is no moment. */
export function movedBy<Known extends Moments>(known: Known, by: Milliseconds): Known {
  const { lostAt, seenAt } = known;
  return {
    ...known,
    ...(lostAt !== undefined && { lostAt: lostAt + by }),
    ...(seenAt !== undefined && seenAt !== 0 && { seenAt: seenAt + by }),
  };
}

/**
 * What a peer tells of losses, on the clock of whom it tells. Moments that are known here already are told as they are
 * known: what is told back and forth would wander otherwise.
 */
export function onOwnClock(report: PeerReport, ahead: Milliseconds, known: ReadonlyMap<string, Moments>): PeerReport {
  if (ahead === 0) return report;
  const losses = Object.entries(report.losses).map(([address, loss]) => {
    const moved = movedBy(loss, -ahead);
    const { lostAt, seenAt } = known.get(address) ?? {};
    return [address, { ...moved, lostAt: near(moved.lostAt, lostAt), seenAt: near(moved.seenAt, seenAt) }] as const;
  });
  return { ...report, losses: Object.fromEntries(losses) };
}

const near = (told: Instant, known: Instant | undefined): Instant =>
  known !== undefined && Math.abs(told - known) < SAME_MOMENT ? known : told;
