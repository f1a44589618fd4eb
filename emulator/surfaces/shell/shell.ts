import type { Surface } from "../../peer/core/journal.ts";

/** Lines that come after an answer, from the moment of the answer on. Whoever gets one starts it or stops it. */
export interface Followed {
  start(print: Print): void;
  stop(): void;
}

/** What a shell does with a line. */
export interface Answer {
  readonly lines: readonly string[];
  /** What a program that asked for this one command gets as its exit status: 0 when it was done. */
  readonly status: number;
  /** Whether typed characters are to be shown from now on, where a terminal would show them. */
  readonly echo?: boolean;
  /** Leaves this shell, or enters another that lies on top of it. */
  readonly next?: "leave" | Shell;
  /** What goes on to print until it is interrupted. */
  readonly follows?: Followed;
  /** To be called once the lines are on their way: what would cut them off. */
  readonly afterAnswer?: () => void;
}

/** Prints lines that no command has asked for. */
export type Print = (lines: readonly string[]) => void;

/** What somebody speaks to over SSH. */
export interface Shell {
  /** As the journal names it; absent for one that only asks questions. */
  readonly surface?: Surface;
  /** Printed before each line on a terminal. */
  readonly prompt: string;
  /** Said of a shell whose prompts are questions: they are printed without a terminal too, on lines of their own. */
  readonly asks?: true;
  readonly lineEnd: "\r\n" | "\n";
  greeting(): readonly string[];
  run(line: string): Promise<Answer>;
  /** Said of a shell that tells things on its own: a channel is there to print them. */
  open?(print: Print): void;
  /** It is left, or its client is gone. */
  close?(): void;
  /** What the last word of an unfinished line may become, all of it, with what ends it. */
  completions(line: string): readonly string[];
}
