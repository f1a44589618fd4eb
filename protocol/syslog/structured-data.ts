import { MalformedMessage } from "../malformed.ts";

/** One SD-ELEMENT of RFC 5424, section 6.3. */
export interface StructuredElement {
  readonly id: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

const NIL = "-";

/** SD-NAME: up to 32 printable ASCII characters, none of them `=`, `]`, `"` or a blank. */
const NAME = String.raw`[!#-<>-\\^-~]{1,32}`;

const wholeName = new RegExp(`^${NAME}$`);
const elementBegin = new RegExp(String.raw`\[(${NAME})`, "y");
const parameter = new RegExp(String.raw` (${NAME})="((?:[^"\\\]]|\\[^])*)"`, "y");

/** @throws RangeError for a name that is none */
export function writeElements(elements: readonly StructuredElement[]): string {
  if (elements.length === 0) return NIL;
  const written = elements.map(({ id, parameters }) => {
    const texts = parameters.map(([name, value]) => ` ${checkedName(name)}="${value.replaceAll(/["\\\]]/g, "\\$&")}"`);
    return `[${checkedName(id)}${texts.join("")}]`;
  });
  return written.join("");
}

/**
 * Reads the structured data that a text begins with.
 * @throws MalformedMessage
 */
export function readElements(text: string): {
  readonly elements: readonly StructuredElement[];
  readonly after: string;
} {
  if (text.startsWith(NIL)) return { elements: [], after: text.slice(NIL.length) };
  const elements: StructuredElement[] = [];
  let place = 0;
  while (text[place] === "[") {
    const [begin, id] = matchAt(elementBegin, text, place);
    place += begin.length;
    const parameters: [string, string][] = [];
    while (text[place] === " ") {
      const [whole, name, value] = matchAt(parameter, text, place);
      parameters.push([name, value.replaceAll(/\\(["\\\]])/g, "$1")]);
      place += whole.length;
    }
    if (text[place] !== "]") throw new MalformedMessage(`the element "${id}" has no end`);
    place++;
    elements.push({ id, parameters });
  }
  if (elements.length === 0) throw new MalformedMessage(`"${text.slice(0, 20)}" is no structured data`);
  return { elements, after: text.slice(place) };
}

function matchAt(pattern: RegExp, text: string, place: number): readonly [whole: string, name: string, value: string] {
  pattern.lastIndex = place;
  const [whole, name, value = ""] = pattern.exec(text) ?? [];
  if (whole === undefined || name === undefined)
    throw new MalformedMessage(`"${text.slice(place, place + 20)}" is no structured data`);
  return [whole, name, value];
}

function checkedName(name: string): string {
  if (!wholeName.test(name)) throw new RangeError(`"${name}" is no name of structured data`);
  return name;
}
