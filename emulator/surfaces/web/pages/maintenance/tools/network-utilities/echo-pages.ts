import type { StatusValue } from "../../../../../../peer/core/status-values.ts";
import { echoPage } from "./echo-page.tsx";

/** Maintenance > Tools > Network utilities > Ping (Administrator Guide, "Ping"). */
export const ping = echoPage({
  command: "Ping",
  columns: [
    ["Host", "Host"],
    ["Response time (ms)", "ResponseTime"],
  ],
  rows: (values) => [{ ...values }],
});

const hops = {
  columns: [
    ["TTL", "TTL"],
    ["Response", "Response"],
  ],
  rows: ({ Hop: hop }: Readonly<Record<string, StatusValue>>) => (hop instanceof Map ? [...hop.values()] : []),
} as const;

/** Maintenance > Tools > Network utilities > Traceroute (Administrator Guide, "Traceroute"). */
export const traceroute = echoPage({ command: "Traceroute", ...hops });

/** Maintenance > Tools > Network utilities > Tracepath (Administrator Guide, "Tracepath"). */
export const tracepath = echoPage({ command: "Tracepath", ...hops });
