import { Type } from "typebox";
import { StepError } from "../drivers/step-error.ts";
import { labAction } from "../kinds.ts";
import { matches } from "../matches.ts";
import { peerMember, scalarMember, textMember } from "../members.ts";

/** Calls that end only when somebody ends them, unless `duration` says otherwise. */
const UNTIL_ENDED = "none";

/** The lab makes calls. */
export const call = labAction({
  key: "call",
  selections: ["call"],
  about: "Makes calls through peers; they last until somebody ends them unless `duration` says otherwise.",
  example: "{ call: expe1, to: desk@office.example.com, bandwidth: 1 Mb/s, times: 3 }",
  members: {
    call: peerMember,
    from: Type.Optional(textMember("Who calls.")),
    to: Type.Optional(textMember("Who is called; by default an alias of the lab's neighbor.")),
    protocol: Type.Optional(Type.Enum(["sip", "h323"])),
    media: Type.Optional(Type.Enum(["video", "audio"])),
    bandwidth: Type.Optional(scalarMember),
    duration: Type.Optional(textMember("3m, 90s …")),
    zone: Type.Optional(textMember("The zone or subzone that the call comes from.")),
    times: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: "how many calls, one after the other" }),
    ),
    kbps: Type.Optional(Type.Integer({ description: "the bandwidth that each call has to get" })),
    fails: Type.Optional(textMember("The calls have to be refused, with this text or /expression/.")),
  },
  perform: async ({ call: selection, times = 1, kbps, fails, bandwidth, duration = UNTIL_ENDED, ...options }, run) => {
    for (const { name } of run.select(selection)) {
      for (let made = 0; made < times; made++) {
        const placed = await run.lab.calls.place(name, {
          ...options,
          duration,
          ...(bandwidth !== undefined && { bandwidth: String(bandwidth) }),
        });
        const outcome = placed.state === "refused" ? `${placed.code}: ${placed.reason}` : placed.state;
        if (fails === undefined ? placed.state !== "connected" : !matches(fails, outcome))
          throw new StepError(`the call on ${name} was not ${fails ?? "connected"}: ${outcome}`);
        if (kbps !== undefined && placed.state === "connected" && placed.kbps !== kbps)
          throw new StepError(`the call on ${name} got ${placed.kbps} kbps, not ${kbps}`);
      }
    }
  },
});

/** Somebody hangs up. */
export const hangUp = labAction({
  key: "hangUp",
  about: "Ends all calls of all peers.",
  example: "{ hangUp: all }",
  members: { hangUp: Type.Literal("all") },
  perform: (_entry, run) => {
    run.lab.calls.endAll();
    return Promise.resolve();
  },
});

/** Many calls. */
export const load = labAction({
  key: "load",
  about: "Makes calls at a steady rate, on each peer in turn, until the scenario ends.",
  example: "{ load: 0.5 calls/s of 3m at 1 Mb/s }",
  members: { load: textMember("A rate, a span and a bandwidth.") },
  perform: ({ load: text }, run) => {
    run.lab.calls.startLoad(text);
    return Promise.resolve();
  },
});
