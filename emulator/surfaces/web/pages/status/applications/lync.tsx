import type { Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";

/** Status > Applications > Lync users (Administrator Guide, "Lync user status"). */
export const lyncUsers: Page = {
  view: () => (
    <>
      <p class="none">There are no Lync users.</p>
      <p class="stored-only">The twin stores FindMe accounts and registers none of them with Lync.</p>
    </>
  ),
};

/** Status > Applications > Lync B2BUA (Administrator Guide, "Lync B2BUA status"). */
export const lyncB2bua: Page = {
  view: ({ device: { b2bua, configuration } }) => {
    const address = configuration.get("Applications B2BUA MicrosoftLync Destination Address");
    const port = configuration.get("Applications B2BUA MicrosoftLync Destination Port");
    return (
      <>
        <StatusTable
          number={1}
          title="Microsoft Lync B2BUA"
          rows={[
            ["Service", b2bua.enabled ? "Enabled" : "Disabled"],
            ["Lync signaling destination", address === "" ? "none" : `${address}, port ${port}`],
            ["Trusted hosts", configuration.rows.of("Applications B2BUA MicrosoftLync TrustedHost").length],
            ["Transcoders", configuration.rows.of("Applications B2BUA MicrosoftLync Transcoder").length],
          ]}
        />
        <p class="stored-only">
          No call of the twin goes through the B2BUA, and nobody at Lync is asked whether it is there.
        </p>
      </>
    );
  },
};
