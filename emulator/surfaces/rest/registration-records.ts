import type { StatusTable } from "./status-table.ts";

/** The registrations of this peer; a URI with the endpoint's address identifies each. */
export const registrationTable: StatusTable = {
  path: "registration/registration",
  about: "an endpoint that is registered with the peer",
  members: ["uuid", "active", "protocol", "alias", "number", "device_type"],
  records: ({ registrations }) =>
    registrations.all().map(({ alias, protocol, address }) => ({
      uuid: `${protocol === "SIP" ? "sip" : "h323"}:${alias.split("@")[0] ?? ""}@${address}`,
      active: true,
      protocol,
      alias,
      number: /^[0-9*#]+$/.test(alias) ? alias : "",
      device_type: "Endpoint",
    })),
};
