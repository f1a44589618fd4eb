import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { kinds, type Kind } from "./story/story.ts";

/** Leaves room for all seeds that are wanted after it. */
const LARGEST_RANDOM_SEED = 2 ** 31;

export interface SoakOptions {
  /** Undefined: each seed is of the kind that its number gives it. */
  readonly kind: Kind | undefined;
  /** One seed, or one story, to be told in full. */
  readonly seed: number | undefined;
  readonly story: string | undefined;
  readonly first: number;
  readonly count: number;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly jobs: number;
  /** A first seed that nobody has tried: another run does not go on with it. */
  readonly random: boolean;
  /** Does what was done before once more. */
  readonly anew: boolean;
  /** Ends with the first finding, and keeps no story. */
  readonly untilFinding: boolean;
  /** Puts the figures into docs/performance.md. */
  readonly write: boolean;
  /** Said by the command to its own children. */
  readonly child: boolean;
}

/** Reads the command line, and ends the process where it makes no sense. */
export function soakOptions(): SoakOptions {
  const { values } = parseArgs({
    options: {
      kind: { type: "string" },
      seed: { type: "string" },
      story: { type: "string" },
      seeds: { type: "string", default: "100000" },
      from: { type: "string", default: "1" },
      seconds: { type: "string" },
      jobs: { type: "string", default: String(availableParallelism()) },
      anew: { type: "boolean", default: false },
      "until-finding": { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      child: { type: "boolean", default: false },
    },
  });
  const kind = kinds.find((known) => known === values.kind);
  if (values.kind !== undefined && !kind) refuse(`--kind: "${values.kind}" is none of ${kinds.join(", ")}`);
  const random = values.from === "random";
  const seconds = values.seconds === undefined ? Infinity : whole(values.seconds, "seconds");
  return {
    kind,
    seed: values.seed === undefined ? undefined : whole(values.seed, "seed"),
    story: values.story,
    first: random ? randomInt(LARGEST_RANDOM_SEED) : whole(values.from, "from"),
    count: whole(values.seeds, "seeds"),
    deadline: performance.now() + 1000 * seconds,
    jobs: Math.max(1, whole(values.jobs, "jobs")),
    random,
    anew: values.anew,
    untilFinding: values["until-finding"],
    write: values.write,
    child: values.child,
  };
}

function whole(text: string, name: string): number {
  const value = Number(text);
  if (text !== "" && Number.isSafeInteger(value) && value >= 0) return value;
  return refuse(`--${name}: "${text}" is not a whole number from 0`);
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
