import { HttpFeedback } from "../monitoring/feedback/http-feedback.ts";
import { Notifications } from "../monitoring/feedback/notifications.ts";
import { HardwareMonitor } from "../monitoring/hardware/hardware-monitor.ts";
import type { Foundation } from "./foundation.ts";
import type { LateParts } from "./late-parts.ts";
import type { NetworkShown } from "./network.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of how a peer is watched. */
export interface MonitoringShown {
  readonly hardware: HardwareMonitor;
  readonly notifications: Notifications;
}

/** Builds what watches a peer and reports to others. It starts after the wings that it reports on. */
export function buildMonitoring(
  foundation: Foundation,
  { resolver }: NetworkShown,
  late: LateParts,
): Wing<MonitoringShown> {
  const around = { ...foundation, resolver };
  const notifications = new Notifications({ ...around, status: () => late.get().status });
  const hardware = new HardwareMonitor(around);
  const feedback = new HttpFeedback({ ...around, notifications });
  return { parts: [hardware, feedback], shown: { hardware, notifications } };
}
