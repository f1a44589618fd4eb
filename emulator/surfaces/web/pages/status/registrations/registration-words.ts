import type { Registration } from "../../../../../peer/calls/registrations/registration.ts";

/** What kind of device is registered: the twin's H.323 endpoints are all endpoints. */
export const deviceType = ({ protocol }: Pick<Registration, "protocol">): string =>
  protocol === "SIP" ? "SIP UA" : "Endpoint";

/** What kind of alias it is registered by. */
export const aliasType = ({ protocol }: Pick<Registration, "protocol">): string =>
  protocol === "SIP" ? "SIP AOR" : "H.323 ID";
