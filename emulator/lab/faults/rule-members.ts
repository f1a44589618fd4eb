import { IsBoolean, Type, type TSchema } from "typebox";
import { OFFSET_PATTERN, SPAN_PATTERN } from "../control/parse-duration.ts";
import type { FaultKind } from "./fault-kind.ts";

/** Which way, as the first peer sees it. */
export const directions = ["both", "out", "in"] as const;

/** A fault as its author writes it: the members that every kind has in common; others are parameters of the kind. */
export interface FaultRule {
  readonly kind: string;
  readonly peer?: string;
  readonly other?: string;
  readonly direction?: (typeof directions)[number];
  /** Spans from the moment at which the rule is added. */
  readonly from?: string;
  readonly until?: string;
  readonly share?: number;
  readonly every?: number;
  readonly count?: number;
  readonly seed?: number;
  readonly [parameter: string]: string | number | boolean | undefined;
}

/** A member that is a span of time. */
export const span = (what: string) =>
  Type.String({ pattern: SPAN_PATTERN, description: `${what}: a span of time such as 500ms, 30s, 2m` });

/** A member that is a span of time with a sign. */
export const offset = (what: string) =>
  Type.String({ pattern: OFFSET_PATTERN, description: `${what}: a span of time such as 2m, or -30s to go back` });

/** The probability of each time. */
export const share = Type.Number({
  minimum: 0,
  maximum: 1,
  description: "the probability of each time: a number from 0 to 1",
});

type Members = Readonly<Record<string, TSchema>>;

const peer = Type.String({ description: "name of a peer" });

const placeMembers: Readonly<Record<FaultKind["place"], Members>> = {
  peer: { peer },
  peers: { peer: Type.Optional(Type.String({ description: "name of a peer; by default all peers" })) },
  path: {
    peer: Type.Optional(Type.String({ description: "name of a peer; by default everybody" })),
    other: Type.Optional(Type.String({ description: "name of the peer at the other end; by default everybody" })),
    direction: Type.Optional(
      Type.Enum([...directions], {
        description: "which way, as `peer` sees it: one of both, out, in; by default both",
      }),
    ),
  },
};

const timeMembers: Members = {
  from: Type.Optional(span("when it begins, from now; by default at once")),
  until: Type.Optional(span("when it ends, from now; by default when it is removed")),
};

const frequencyMembers: Members = {
  share: Type.Optional(share),
  every: Type.Optional(Type.Integer({ minimum: 1, description: "every nth time: a whole number from 1" })),
  count: Type.Optional(Type.Integer({ minimum: 1, description: "at most this many times: a whole number from 1" })),
  seed: Type.Optional(
    Type.Integer({ minimum: 0, description: "a whole number from 0; the same seed gives the same run" }),
  ),
};

/** All members that a rule of a kind may have beside `kind`, by their names; a kind's own come first. */
export function membersOf(kind: FaultKind): Members {
  return {
    ...(kind.firesAt && frequencyMembers),
    ...placeMembers[kind.place],
    ...timeMembers,
    ...(kind.parameters.properties as Members),
  };
}

/** A member that is true or absent. */
export const isFlag = (schema: TSchema): boolean => IsBoolean(schema);

/** What every kind that takes them means the same by. */
export const commonMembers: Members = { ...placeMembers.path, ...timeMembers, ...frequencyMembers };
