/** As much of a terminal as the line editor uses: it shows what a person would see. */
export class Screen {
  readonly #rows: string[][] = [[]];
  #row = 0;
  #column = 0;
  /** Behind the last column the next character goes to the next row, and nothing moves before it comes. */
  #wrapping = false;

  constructor(private readonly columns: number) {}

  /** The rows, without blanks at their ends and without empty rows below. */
  get rows(): string[] {
    const rows = this.#rows.map((row) =>
      Array.from(row, (character) => character ?? " ")
        .join("")
        .trimEnd(),
    );
    while (rows.at(-1) === "") rows.pop();
    return rows;
  }

  get cursor(): { row: number; column: number } {
    return { row: this.#row, column: this.#column };
  }

  write(text: string): void {
    for (const [part] of text.matchAll(/\x1b\[\d*[A-Z]|./gsu)) {
      if (part.startsWith("\x1b")) this.#control(part.slice(-1), Number(part.slice(2, -1) || "1"));
      else if (part === "\r") this.#go(this.#row, 0);
      else if (part === "\n") this.#go(this.#row + 1, this.#column);
      else if (part !== "\x07") this.#put(part);
    }
  }

  #control(letter: string, count: number): void {
    if (letter === "A") this.#go(Math.max(0, this.#row - count), this.#column);
    else if (letter === "B") this.#go(this.#row + count, this.#column);
    else if (letter === "C") this.#go(this.#row, Math.min(this.columns - 1, this.#column + count));
    else if (letter === "D") this.#go(this.#row, Math.max(0, this.#column - count));
    else if (letter === "J") {
      this.#rows[this.#row]?.splice(this.#column);
      this.#rows.splice(this.#row + 1);
    } else throw new Error(`the screen does not know ESC[${letter}`);
  }

  #put(character: string): void {
    if (this.#wrapping) this.#go(this.#row + 1, 0);
    const row = this.#rows[this.#row] ?? [];
    row[this.#column] = character;
    if (this.#column === this.columns - 1) this.#wrapping = true;
    else this.#column++;
  }

  #go(row: number, column: number): void {
    this.#row = row;
    this.#column = column;
    this.#wrapping = false;
    while (this.#rows.length <= row) this.#rows.push([]);
  }
}
