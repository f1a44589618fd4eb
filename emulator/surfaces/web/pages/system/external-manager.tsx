import { formPage } from "../../form/form-page.tsx";
import { statusAt } from "../../tables/status-value.ts";
import type { Visit } from "../../visit.ts";

/** System > External manager (Administrator Guide, "Configuring external manager settings"). */
export const externalManager = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "ExternalManager Address" },
        { item: "ExternalManager Path" },
        { item: "ExternalManager Protocol" },
        { item: "ExternalManager Server Certificate Verification Mode" },
      ],
    },
  ],
  status: (visit) => <ManagerStatus visit={visit} />,
});

function ManagerStatus({ visit: { device } }: { readonly visit: Visit }) {
  const told = (word: string): string => statusAt(device, "ExternalManager", word);
  const [cause, url] = [told("Cause"), told("URL")];
  return (
    <section class="status">
      <h2>Status</h2>
      <dl>
        <dt>State</dt>
        <dd class={wordClass[told("Status")]}>
          {told("Status")}
          {cause !== "" && `: ${cause}`}
        </dd>
        {url !== "" && <dt>URL</dt>}
        {url !== "" && <dd>{url}</dd>}
      </dl>
    </section>
  );
}

const wordClass: Readonly<Record<string, string>> = { Active: "good", Failed: "bad" };
