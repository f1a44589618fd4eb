/** What comes of the characters that somebody sends. */
export type InputEvent =
  /** To be sent back: what a terminal shows of the typing. */
  | { readonly kind: "echo"; readonly text: string }
  | { readonly kind: "line"; readonly text: string }
  /** Nothing more is to come: Ctrl-D. */
  | { readonly kind: "end" };

/** Makes lines out of characters. Events are to be taken one by one, each acted upon before the next. */
export interface Input {
  read(text: string): Iterable<InputEvent>;
  /** The other side sends no more: what is left of an unfinished line. */
  finish(): Iterable<InputEvent>;
}

/** A line with more characters is refused; the longest value of the table has 1024. */
export const LONGEST_LINE = 16_384;

/** So many characters of a line are kept: one is enough to tell that it is too long. */
export const CHARACTERS_KEPT = LONGEST_LINE + 1;
