import { Type } from "typebox";
import { checkSlip, makeSlip } from "../../slips/make-slip.ts";
import { labAction } from "../kinds.ts";

/** A mistake of an operator. */
export const slip = labAction({
  key: "slip",
  about:
    "Makes a mistake on a peer, as an operator would (docs/reference/faults.md, slips). Nothing takes it back but who mends it on the page.",
  example: "{ slip: { kind: wrong-key, peer: expe3 } }",
  members: {
    slip: Type.Record(Type.String(), Type.String(), {
      description: "kind and peer of a slip, as docs/reference/faults.md has them",
    }),
  },
  mistake: ({ slip: order }, peers) => {
    const verdict = checkSlip(order, peers);
    return verdict.ok ? undefined : { path: ["slip", verdict.member], reason: verdict.reason };
  },
  perform: ({ slip: order }, run) => {
    makeSlip(run.lab, order);
    return Promise.resolve();
  },
});
