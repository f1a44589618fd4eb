import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Device } from "../../peer/device.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/**
 * How a shell of this product family may be told to print (reference of the sister product MXP; that this product has
 * them is assumed). What has no `effect` here is not implemented.
 */
const preferences = [
  { name: "xmlcommandresult", tells: "Results of xCommand are printed as XML.", effect: "commandResultAsXml" },
  { name: "xmlstatusfeedback", tells: "What xFeedback reports is printed as XML.", effect: "feedbackAsXml" },
  { name: "xmlconfigfeedback", tells: "Changes of the configuration are reported as XML." },
  { name: "xpathwrite", tells: "Paths may be given as XPath when values are set." },
  { name: "itemnumber", tells: "Elements are printed with their item numbers." },
  { name: "completepath", tells: "Lines of the status are printed with their whole path." },
] as const;

type Preference = (typeof preferences)[number];

/** The preferences of one shell; they are lost at log-out. */
export class ShellPreferences {
  commandResultAsXml = false;
  feedbackAsXml = false;

  constructor(private readonly device: Device) {}

  /** `xPreferences` lists them; `xPreferences <name> on|off` sets one. */
  run({ words: [, typed, state, ...more], args, value, help }: CommandLine): Answer {
    if (help !== undefined) return done(this.#help());
    const [stray] = [...more, ...args.map(({ name }) => name), ...(value === undefined ? [] : [value])];
    if (stray !== undefined) return refused(`"${stray}" is too much: xPreferences takes a name, and on or off`);
    if (typed === undefined) return done(preferences.map((known) => `${known.name}: ${this.#state(known)}`));
    const found = preferences.filter(({ name }) => name.startsWith(typed.toLowerCase()));
    const [preference, another] = found;
    if (!preference) return refused(`"${typed}" is not a preference: one of ${namesOf(preferences)}`);
    if (another) return refused(`"${typed}" is ambiguous: ${namesOf(found)}`);
    if (state === undefined) return done([`${preference.name}: ${this.#state(preference)}`]);
    return this.#set(preference, state);
  }

  #set(preference: Preference, state: string): Answer {
    const wanted = state.toLowerCase();
    if (wanted !== "on" && wanted !== "off") return refused(`"${state}" is not allowed: one of on, off`);
    if (!("effect" in preference)) return refused(this.device.unimplemented.note(`xPreferences ${preference.name}`));
    this[preference.effect] = wanted === "on";
    return done();
  }

  #state(preference: Preference): "on" | "off" {
    return "effect" in preference && this[preference.effect] ? "on" : "off";
  }

  #help(): string[] {
    const width = Math.max(...preferences.map(({ name }) => name.length)) + 2;
    return ["- Preferences -", "", ...preferences.map(({ name, tells }) => `${name.padEnd(width)}<on/off>  ${tells}`)];
  }
}

const namesOf = (some: readonly Preference[]): string => some.map(({ name }) => name).join(", ");
