import { CHARACTERS_KEPT, type Input, type InputEvent } from "./input.ts";

const HISTORY_KEPT = 200;

// A key that a terminal sends as several characters (ECMA-48 5.4): what is not known is dropped whole.
const keyPattern = /^\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\x40-\x7e]|[^[O])/;
const unfinishedKey = /^\x1b(?:$|\[[\x20-\x3f]*$|O$)/;

const echo = (text: string): InputEvent => ({ kind: "echo", text });

/**
 * The line discipline of a terminal: echo, editing in the line, history, completion. Widths are counted in code points; a
 * line may be longer than the screen is wide.
 */
export class LineEditor implements Input {
  #line: string[] = [];
  #cursor = 0;
  #pending = "";
  #afterReturn = false;
  readonly #history: string[] = [];
  /** Place in the history; its length is the line that is being typed. */
  #place = 0;
  #typed: string[] = [];

  /** @param completions what the end of a line may become; asked when Tab is pressed */
  constructor(
    public prompt: string,
    public columns: number,
    private readonly completions: (line: string) => readonly string[],
  ) {}

  *read(text: string): Generator<InputEvent> {
    let rest = this.#pending + text;
    this.#pending = "";
    while (rest !== "") {
      if (unfinishedKey.test(rest)) {
        this.#pending = rest;
        return;
      }
      const key = keyPattern.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
      rest = rest.slice(key.length);
      yield* this.#press(key);
    }
  }

  /** What prints a text that comes in the middle of a line: above it, and the line as it was below. */
  interrupt(text: string): string {
    const cursor = this.#cursor;
    const toStart = `${this.#moveTo(0)}\r\x1b[J`;
    this.#cursor = this.#line.length;
    return `${toStart}${text}${this.prompt}${this.#line.join("")}${this.#wrap()}${this.#moveTo(cursor)}`;
  }

  /** A terminal that is gone finishes no line. */
  *finish(): Generator<InputEvent> {}

  *#press(key: string): Generator<InputEvent> {
    const secondHalf = key === "\n" && this.#afterReturn;
    this.#afterReturn = key === "\r";
    if (secondHalf) return;
    switch (key) {
      case "\r":
      case "\n":
        return yield* this.#enter();
      case "\x03": // Ctrl-C
        yield echo(`${this.#leave()}^C\r\n${this.prompt}`);
        return;
      case "\x04": // Ctrl-D
        if (this.#line.length === 0) yield { kind: "end" };
        else yield* this.#remove(this.#cursor, this.#cursor + 1);
        return;
      case "\x7f":
      case "\b":
        return yield* this.#remove(this.#cursor - 1, this.#cursor);
      case "\x1b[3~": // Delete
        return yield* this.#remove(this.#cursor, this.#cursor + 1);
      case "\x15": // Ctrl-U
        return yield* this.#remove(0, this.#cursor);
      case "\x0b": // Ctrl-K
        return yield* this.#remove(this.#cursor, this.#line.length);
      case "\x17": // Ctrl-W
        return yield* this.#remove(this.#startOfWord(), this.#cursor);
      case "\x1b[D":
      case "\x1bOD":
      case "\x02": // Ctrl-B
        return yield* this.#move(this.#cursor - 1);
      case "\x1b[C":
      case "\x1bOC":
      case "\x06": // Ctrl-F
        return yield* this.#move(this.#cursor + 1);
      case "\x1b[H":
      case "\x1bOH":
      case "\x1b[1~":
      case "\x01": // Ctrl-A
        return yield* this.#move(0);
      case "\x1b[F":
      case "\x1bOF":
      case "\x1b[4~":
      case "\x05": // Ctrl-E
        return yield* this.#move(this.#line.length);
      case "\x1b[A":
      case "\x1bOA":
      case "\x10": // Ctrl-P
        return yield* this.#recall(this.#place - 1);
      case "\x1b[B":
      case "\x1bOB":
      case "\x0e": // Ctrl-N
        return yield* this.#recall(this.#place + 1);
      case "\t":
        return yield* this.#complete();
      default:
        if (!/^\p{Cc}/u.test(key)) yield* this.#insert(key);
    }
  }

  *#enter(): Generator<InputEvent> {
    const line = this.#line.join("");
    const left = this.#leave();
    if (line.trim() !== "" && line !== this.#history.at(-1)) this.#history.push(line);
    if (this.#history.length > HISTORY_KEPT) this.#history.shift();
    this.#place = this.#history.length;
    yield echo(`${left}\r\n`);
    yield { kind: "line", text: line };
  }

  /** Begins an empty line. What it gives moves the cursor to the end of the one that was there. */
  #leave(): string {
    const toEnd = this.#moveTo(this.#line.length);
    this.#line = [];
    this.#cursor = 0;
    this.#place = this.#history.length;
    return toEnd;
  }

  *#insert(text: string): Generator<InputEvent> {
    const added = [...text].slice(0, CHARACTERS_KEPT - this.#line.length);
    if (added.length === 0) return;
    if (this.#cursor === this.#line.length) {
      this.#line.push(...added);
      this.#cursor = this.#line.length;
      yield echo(added.join("") + this.#wrap());
      return;
    }
    const line = this.#line.toSpliced(this.#cursor, 0, ...added);
    yield* this.#redraw(line, this.#cursor + added.length);
  }

  *#remove(from: number, to: number): Generator<InputEvent> {
    if (from < 0 || to > this.#line.length || from === to) return;
    yield* this.#redraw(this.#line.toSpliced(from, to - from), from);
  }

  *#move(to: number): Generator<InputEvent> {
    if (to >= 0 && to <= this.#line.length) yield echo(this.#moveTo(to));
  }

  *#recall(place: number): Generator<InputEvent> {
    if (place < 0 || place > this.#history.length) return;
    if (this.#place === this.#history.length) this.#typed = this.#line;
    this.#place = place;
    const line = place === this.#history.length ? this.#typed : [...(this.#history[place] ?? "")];
    yield* this.#redraw(line, line.length);
  }

  /** Types what all completions of the last word have in common. */
  *#complete(): Generator<InputEvent> {
    if (this.#cursor < this.#line.length) return;
    const line = this.#line.join("");
    const begun = /[^ \t]*$/.exec(line)?.[0] ?? "";
    const common = commonStart(this.completions(line));
    if (common.length <= begun.length) {
      yield echo("\x07");
      return;
    }
    // The word comes out in the spelling of the table.
    const completed = [...line.slice(0, line.length - begun.length), ...common];
    yield* this.#redraw(completed, completed.length);
  }

  #startOfWord(): number {
    return this.#line
      .slice(0, this.#cursor)
      .join("")
      .search(/[^ ]* *$/);
  }

  /** Puts another line on the screen in place of the present one. */
  *#redraw(line: string[], cursor: number): Generator<InputEvent> {
    const toStart = this.#moveTo(0);
    this.#line = line;
    this.#cursor = line.length;
    const shown = `${toStart}\x1b[J${line.join("")}${this.#wrap()}`;
    yield echo(shown + this.#moveTo(cursor));
  }

  /** Behind the last column a terminal waits for one more character before it goes to the next line. */
  #wrap(): string {
    return this.#atColumn(this.#line.length) === 0 ? " \r" : "";
  }

  /** What moves the cursor to a place in the line. */
  #moveTo(place: number): string {
    const rows = this.#atRow(place) - this.#atRow(this.#cursor);
    const columns = this.#atColumn(place) - this.#atColumn(this.#cursor);
    this.#cursor = place;
    return move(rows, "B", "A") + move(columns, "C", "D");
  }

  #atRow(place: number): number {
    return Math.floor((this.prompt.length + place) / this.columns);
  }

  #atColumn(place: number): number {
    return (this.prompt.length + place) % this.columns;
  }
}

const move = (by: number, forward: string, back: string): string =>
  by === 0 ? "" : `\x1b[${Math.abs(by)}${by > 0 ? forward : back}`;

function commonStart(words: readonly string[]): string {
  const [first = "", ...others] = words;
  let length = first.length;
  while (others.some((other) => other.slice(0, length).toLowerCase() !== first.slice(0, length).toLowerCase()))
    length--;
  return first.slice(0, length);
}
