import { createContext, Script } from "node:vm";

export type PatternType = "Exact" | "Prefix" | "Suffix" | "Regex";
export type PatternBehavior = "Strip" | "Leave" | "Replace" | "AddPrefix" | "AddSuffix";

/** An alias pattern of a transform or search rule, and what becomes of an alias that it matches. */
export interface AliasPattern {
  readonly type: PatternType;
  readonly text: string;
  readonly behavior: PatternBehavior;
  /** The text put in; `\1` stands for the first group of a regular expression. */
  readonly replace: string;
}

/**
 * An operator's expression may take forever; the peer has other things to do. Long enough for a machine so busy that a sound
 * one does not get its turn at once, or how busy it is would decide where calls go.
 */
const LONGEST_MATCH_MS = 1000;

const sandbox = createContext({ expression: "", alias: "" });
const matching = new Script(`new RegExp("^(?:" + expression + ")$", "i").exec(alias)`);

/**
 * What an alias becomes. Comparison ignores case, and a regular expression has to match the whole alias (Administrator
 * Guide, "Regular expressions").
 * @returns undefined where the pattern does not match, or its expression is invalid or takes too long
 */
export function applyPattern(pattern: AliasPattern, alias: string): string | undefined {
  const match = matchOf(pattern, alias);
  if (!match) return undefined;
  const { before, matched, after, groups } = match;
  const put = (text: string): string => text.replaceAll(/\\(\d)/g, (_, number: string) => groups[Number(number)] ?? "");
  switch (pattern.behavior) {
    case "Leave":
      return alias;
    case "Strip":
      return before + after;
    case "Replace":
      return before + put(pattern.replace) + after;
    case "AddPrefix":
      return pattern.replace + before + matched + after;
    case "AddSuffix":
      return before + matched + after + pattern.replace;
  }
}

interface Match {
  readonly before: string;
  readonly matched: string;
  readonly after: string;
  /** The whole match, then the groups. */
  readonly groups: readonly (string | undefined)[];
}

function matchOf({ type, text }: AliasPattern, alias: string): Match | undefined {
  const folded = alias.toLowerCase();
  const wanted = text.toLowerCase();
  const length = text.length;
  switch (type) {
    case "Exact":
      return folded === wanted ? { before: "", matched: alias, after: "", groups: [alias] } : undefined;
    case "Prefix":
      return folded.startsWith(wanted)
        ? { before: "", matched: alias.slice(0, length), after: alias.slice(length), groups: [alias.slice(0, length)] }
        : undefined;
    case "Suffix": {
      const at = alias.length - length;
      return folded.endsWith(wanted)
        ? { before: alias.slice(0, at), matched: alias.slice(at), after: "", groups: [alias.slice(at)] }
        : undefined;
    }
    case "Regex": {
      const groups = matchExpression(text, alias);
      return groups && { before: "", matched: alias, after: "", groups };
    }
  }
}

function matchExpression(expression: string, alias: string): readonly (string | undefined)[] | undefined {
  Object.assign(sandbox, { expression, alias });
  try {
    const found: unknown = matching.runInContext(sandbox, { timeout: LONGEST_MATCH_MS });
    return found === null ? undefined : [...(found as string[])];
  } catch {
    return undefined;
  }
}
