import { formPage } from "../../form/form-page.tsx";
import { shownTime } from "../../tables/peer-names.ts";
import type { Visit } from "../../visit.ts";
import { NtpTable } from "./ntp-table.tsx";

const SERVERS = [1, 2, 3, 4, 5] as const;

/** System > Time (Administrator Guide, "Configuring the time settings"). */
export const time = formPage({
  sections: [
    { title: "NTP servers", fields: SERVERS.map((server) => ({ item: `NTP Server ${server} Address` }) as const) },
    {
      title: "Time zone",
      // The list holds Olson names; GMT, as shipped, is not among those of every machine.
      fields: [{ item: "TimeZone Name", choices: () => ["GMT", "UTC", ...Intl.supportedValuesOf("timeZone")] }],
    },
  ],
  status: (visit) => <TimeStatus visit={visit} />,
});

function TimeStatus({ visit: { device } }: { readonly visit: Visit }) {
  return (
    <section class="status">
      <h2>Status</h2>
      <dl>
        <dt>State</dt>
        <dd class={device.time.synchronized ? "good" : "bad"}>{device.time.state}</dd>
        <dt>System time</dt>
        <dd>{shownTime(device, device.clock.now())}</dd>
      </dl>
      <NtpTable time={device.time} />
    </section>
  );
}
