import { formatTime } from "../../../../peer/reporting/status/format-time.ts";
import { shown } from "../rest-answer.ts";
import type { PartHandler } from "./part-handler.ts";

/** System > Time, the status: what the time client knows of each server. The names of the members are ours. */
export const timeStatus: PartHandler = ({ device: { time, clock } }) =>
  shown({
    State: time.state,
    SystemTime: formatTime(clock.now()),
    Servers: time.associations.map((association) => {
      const { server, reach, sample } = association;
      return {
        Address: server,
        Selected: association === time.source,
        Reachability: reach,
        ...(sample && { OffsetMs: sample.offset, DelayMs: sample.delay, Stratum: sample.stratum }),
      };
    }),
  });
