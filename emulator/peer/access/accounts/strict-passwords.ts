import type { ItemPath } from "../../../model/configuration/index.ts";

/** How the peer looks up an item: the configuration is more than a rule needs. */
type ReadItem = (path: ItemPath) => string;

interface CountRule {
  readonly item: ItemPath;
  readonly count: (password: string) => number;
  readonly words: string;
}

const times = (pattern: RegExp) => (password: string) => [...password.matchAll(pattern)].length;

const DIGIT = /\p{Nd}/gu;
const UPPER = /\p{Lu}/gu;
const LOWER = /\p{Ll}/gu;
const OTHER = /[^\p{Nd}\p{Lu}\p{Ll}]/gu;

/** Administrator Guide, "Configuring password security": at least so many of each. */
const minima: readonly CountRule[] = [
  {
    item: "Authentication StrictPassword MinimumLength",
    count: (password) => [...password].length,
    words: "characters",
  },
  { item: "Authentication StrictPassword MinimumDigits", count: times(DIGIT), words: "digits" },
  { item: "Authentication StrictPassword MinimumUpperCase", count: times(UPPER), words: "upper case characters" },
  { item: "Authentication StrictPassword MinimumLowerCase", count: times(LOWER), words: "lower case characters" },
  { item: "Authentication StrictPassword MinimumOther", count: times(OTHER), words: "special characters" },
  {
    item: "Authentication StrictPassword MinimumClasses",
    count: (password) => [DIGIT, UPPER, LOWER, OTHER].filter((kind) => password.search(kind) !== -1).length,
    words: "kinds of characters",
  },
];

/** Three in a row, "abc" or "123": the same section. */
const LONGEST_SEQUENCE = 2;

/**
 * Why a password is not allowed on a peer, in half a sentence that does not tell the password; undefined when it is allowed.
 * A blank one never is; the other rules hold while strict passwords are enforced.
 */
export function passwordFault(password: string, read: ReadItem): string | undefined {
  if (password === "") return "the password is blank";
  if (read("Authentication StrictPassword Enabled") !== "On") return undefined;
  for (const { item, count, words } of minima) {
    const [least, present] = [Number(read(item)), count(password)];
    if (present < least) return `the password needs at least ${least} ${words}, it has ${present}`;
  }
  const most = Number(read("Authentication StrictPassword MaximumConsecutiveRepeated"));
  const repeated = longestRun(password, 0);
  if (most > 0 && repeated > most)
    return `the password repeats a character ${repeated} times in a row, at most ${most} are allowed`;
  if (longestRun(password, 1) > LONGEST_SEQUENCE)
    return 'the password has characters that follow each other, such as "abc" or "123"';
  if (isPalindrome(password)) return "the password is a palindrome";
  return undefined;
}

/** The most characters in a row of which each is so many code points after the one before. */
function longestRun(text: string, step: 0 | 1): number {
  let [longest, run, before] = [0, 0, Number.NaN];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    run = code - before === step ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = code;
  }
  return longest;
}

function isPalindrome(text: string): boolean {
  const characters = [...text];
  return characters.join("") === characters.toReversed().join("");
}
