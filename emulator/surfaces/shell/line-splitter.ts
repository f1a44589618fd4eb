import { CHARACTERS_KEPT, type Input, type InputEvent } from "./input.ts";

/** Input without a terminal: lines end with LF, CR LF or CR, and nothing is echoed. */
export class LineSplitter implements Input {
  #line = "";
  #afterReturn = false;

  *read(text: string): Generator<InputEvent> {
    for (const part of text.split(/(\r\n|\r|\n)/)) {
      // The second half of a line end that was cut in two by the network.
      const halfEnd = this.#afterReturn && part === "\n";
      if (part !== "") this.#afterReturn = part === "\r";
      if (halfEnd) continue;
      if (/^[\r\n]/.test(part)) yield* this.finish(true);
      else this.#line = (this.#line + part).slice(0, CHARACTERS_KEPT);
    }
  }

  *finish(evenEmpty = false): Generator<InputEvent> {
    const line = this.#line;
    this.#line = "";
    if (line !== "" || evenEmpty) yield { kind: "line", text: line };
  }
}
