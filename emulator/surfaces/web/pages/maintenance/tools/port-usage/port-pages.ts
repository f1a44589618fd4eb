import { inboundPorts, outboundPorts, remotePorts } from "../../../../../../peer/network/port-usage/port-usage.ts";
import { portPage } from "./port-page.tsx";

/** Maintenance > Tools > Port usage > Local inbound ports (Administrator Guide, "Port usage"): the sockets that are open, and those of the product that are not. */
export const localInboundPorts = portPage("localinboundports", ({ openSockets, address, configuration }) =>
  inboundPorts(openSockets(), address, configuration),
);

/** Maintenance > Tools > Port usage > Local outbound ports: those from which this system asks others. */
export const localOutboundPorts = portPage("localoutboundports", ({ address, configuration }) =>
  outboundPorts(address, configuration),
);

/** Maintenance > Tools > Port usage > Remote listening ports: those of the systems that this one is configured to reach. */
export const remoteListeningPorts = portPage("remotelisteningports", ({ address, configuration }) =>
  remotePorts(address, configuration),
);
