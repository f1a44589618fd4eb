import { isEdge } from "../../../../peer/core/identity.ts";
import type { Page } from "../../page.ts";
import { StatusTable } from "../../tables/status-table.tsx";

/** Status > Unified Communications (Expressway Administrator Guide, "Unified Communications status"). */
export const unifiedCommunicationsStatus: Page = {
  view: ({ device: { configuration, identity } }) => {
    const domains = configuration.rows
      .of("SIP Domain")
      .filter((row) => configuration.isOn(`SIP Domain ${row} Edge`))
      .map((row) => configuration.get(`SIP Domain ${row} Name`));
    const publishers = (list: "UnifiedCM" | "IMP"): string =>
      configuration.rows
        .of(`CollaborationEdge ${list}`)
        .map((row) => configuration.get(`CollaborationEdge ${list} ${row} Address`))
        .join(", ") || "none";
    return (
      <>
        <StatusTable
          number={1}
          title="Unified Communications"
          rows={[
            ["Mobile and remote access", configuration.isOn("CollaborationEdge Enabled") ? "Enabled" : "Disabled"],
            ["Domains for Unified CM registrations", domains.join(", ") || "none"],
            ...(isEdge(identity.product)
              ? []
              : ([
                  ["Unified CM servers", publishers("UnifiedCM")],
                  ["IM and Presence servers", publishers("IMP")],
                ] as const)),
          ]}
        />
        <p class="stored-only">
          The twin carries no mobile and remote access: no client comes in by it, no publisher is asked.
        </p>
      </>
    );
  },
};
