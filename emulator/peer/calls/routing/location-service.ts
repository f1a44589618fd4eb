import type { LocationRequest } from "../../../../protocol/ras/types.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { type LocationAnswer, RAS_PORT } from "../ras/ras-endpoint.ts";
import type { RoutingOptions } from "./routing-options.ts";
import { aliasText, type Searches } from "./searches.ts";
import { NOBODY, type ZoneStates } from "./zone-states.ts";

/** H.323 call signalling: where a call to an alias that was found here is to go. */
const CALL_SIGNALLING_PORT = 1720;

/** Hop count of a request that names none. Administrator Guide, "Zones". */
const DEFAULT_HOP_COUNT = 15;

export interface LocationServiceOptions extends RoutingOptions {
  readonly searches: Searches;
  readonly zones: ZoneStates;
}

/** Answers the location requests of other systems: a peer's from the registrations here, all others by a search. */
export class LocationService {
  constructor(private readonly options: LocationServiceOptions) {
    options.ras.answerRequests((request, from, reply) => this.#answer(request, from, reply));
  }

  #answer(request: LocationRequest, from: Endpoint, reply: (answer: LocationAnswer) => void): void {
    const { local, others, searches, zones, world, inMaintenanceMode } = this.options;
    const { requestSeqNum } = request;
    const reject = (kind: "notRegistered" | "resourceUnavailable" | "hopCountExceeded"): void =>
      reply({ kind: "locationReject", requestSeqNum, rejectReason: { kind } });
    const [destination] = request.destinationInfo;
    const alias = destination && aliasText(destination);
    if (alias === undefined || alias === NOBODY) return reject("notRegistered");
    if (inMaintenanceMode()) return reject("resourceUnavailable");
    if (others().some(({ address }) => address === from.address)) {
      return local.find(alias) === undefined ? reject("notRegistered") : reply(this.#confirm(requestSeqNum));
    }
    const hopCount = (request.hopCount ?? DEFAULT_HOP_COUNT) - 1;
    if (hopCount <= 0) return reject("hopCountExceeded");
    const [source] = request.sourceInfo ?? [];
    const query = {
      alias,
      sourceAlias: (source && aliasText(source)) ?? "",
      protocol: "H323",
      from: zones.of(from.address)?.name ?? "DefaultZone",
      hopCount,
      authenticated: false,
      type: "LRQ",
    } as const;
    searches.search(query, world.random.uuid(), ({ found }) =>
      found ? reply(this.#confirm(requestSeqNum)) : reject("notRegistered"),
    );
  }

  #confirm(requestSeqNum: number): LocationAnswer {
    const own = { kind: "ipAddress", ip: this.options.ownAddress } as const;
    return {
      kind: "locationConfirm",
      requestSeqNum,
      callSignalAddress: { ...own, port: CALL_SIGNALLING_PORT },
      rasAddress: { ...own, port: RAS_PORT },
    };
  }
}
