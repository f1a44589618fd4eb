import type { PlaceCommands } from "../../configuration/place-commands.ts";

export const dnsServerPlaces: PlaceCommands = {
  list: "DNS Server",
  places: 5,
  add: "DNSServerAdd",
  remove: "DNSServerDelete",
  reportedBy: ["Address"],
  placeArgument: "Index",
  items: { Address: "Address" },
};

export const perDomainServerPlaces: PlaceCommands = {
  list: "DNS PerDomainServer",
  places: 5,
  add: "DNSPerDomainServerAdd",
  remove: "DNSPerDomainServerDelete",
  reportedBy: ["Address"],
  placeArgument: "Index",
  items: { Address: "Address", Domain1: "Domain1", Domain2: "Domain2" },
};
