import type { Configuration } from "../../../../peer/configuration/configuration.ts";
import { ListTable } from "../../records/list-table.tsx";
import type { Page } from "../../page.ts";

const SERVERS = [1, 2, 3] as const;

/** Status > Policy services (Administrator Guide, "Policy services status"), without the state that only asking them tells. */
export const policyServiceStatus: Page = {
  view: ({ device: { configuration } }) => {
    const services = configuration.rows.of("Policy Services Service");
    if (services.length === 0) return <p class="none">There are no policy services.</p>;
    return (
      <>
        <ListTable
          columns={["Name", "URL"]}
          rows={services.map((row) => ({
            key: row,
            cells: [
              <a href={`/editpolicyservice?id=${row}`}>{configuration.get(`Policy Services Service ${row} Name`)}</a>,
              urlsOf(configuration, row).join(", "),
            ],
          }))}
        />
        <p class="stored-only">The twin asks no policy service, so it knows the state of none.</p>
      </>
    );
  },
};

function urlsOf(configuration: Configuration, row: number): readonly string[] {
  const service = `Policy Services Service ${row}` as const;
  const protocol = configuration.get(`${service} Protocol`).toLowerCase();
  return SERVERS.map((server) => configuration.get(`${service} Server ${server} Address`))
    .filter((address) => address !== "")
    .map((address) => `${protocol}://${address}/${configuration.get(`${service} Path`)}`);
}
