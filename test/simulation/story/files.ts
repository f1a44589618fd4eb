import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Story } from "./story.ts";

const folder = new URL("../stories/", import.meta.url);

/** A story that failed once, by the name of its file. */
export interface KeptStory {
  readonly name: string;
  readonly story: Story;
}

export const readStory = (file: string | URL): Story => JSON.parse(readFileSync(file, "utf8")) as Story;

/** The stories that failed once: every run of the tests begins with them. */
export function keptStories(): KeptStory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => ({ name: name.replace(".json", ""), story: readStory(new URL(name, folder)) }));
}

/** Writes a story down. It has to be given a name that says what it shows when it is mended. */
export function keepStory(name: string, story: Story): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.json`, folder), storyText(story));
}

/** A step a line, so that a story can be read. */
export function storyText({ about, setup, steps, ends, ending }: Story): string {
  const members = [
    `"about": ${JSON.stringify(about)}`,
    `"setup": ${inLine(setup)}`,
    `"steps": [${steps.map((step) => `\n    ${inLine(step)}`).join(",")}\n  ]`,
    `"ends": ${ends}`,
    `"ending": ${JSON.stringify(ending)}`,
  ];
  return `{\n  ${members.join(",\n  ")}\n}\n`;
}

/** JSON with a space after each colon and comma that is none of a text. */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([name, member]) => `${JSON.stringify(name)}: ${inLine(member)}`).join(", ")} }`;
}
