/** Nothing that means something in an expression or a replacement can stand between their parts (RFC 3402, section 3.2). */
const NO_DELIMITER = /[\\1-9i]/;

/**
 * What is wrong with the substitution of a NAPTR record: `!expression!replacement!`, or `!…!…!i` (RFC 3402, section 3.2).
 * None at all is none.
 */
export function substitutionMistake(text: string): string | undefined {
  if (text === "") return undefined;
  const delimiter = text.charAt(0);
  const wanted = "wanted: !expression!replacement!, such as !^.*$!sip:info@example.com!";
  if (NO_DELIMITER.test(delimiter)) return `"${text}" cannot begin with ${delimiter}; ${wanted}`;
  const parts = partsOf(text, delimiter);
  const [, expression = "", replacement, flags, ...more] = parts;
  if (replacement === undefined || flags === undefined || more.length > 0)
    return `"${text}" has ${parts.length - 1} times ${delimiter} where 3 belong; ${wanted}`;
  if (flags !== "" && flags !== "i") return `"${flags}" is no flag; only i is, or none`;
  const groups = groupsOf(expression);
  if (groups === undefined) return `"${expression}" is not a regular expression`;
  const tooHigh = [...replacement.matchAll(/\\([1-9])/g)].find(([, number]) => Number(number) > groups);
  return tooHigh && `${tooHigh[0]} is none of the ${groups} groups of "${expression}"`;
}

/** What stands between delimiters that no backslash takes their meaning. */
function partsOf(text: string, delimiter: string): string[] {
  const parts = [""];
  for (const [token] of text.matchAll(/\\.|[^]/g)) {
    if (token === delimiter) parts.push("");
    else parts.push(`${parts.pop()}${token}`);
  }
  return parts;
}

/** How many groups a regular expression has; undefined for what is none. */
function groupsOf(expression: string): number | undefined {
  try {
    // An alternative that matches nothing tells of all groups.
    return (new RegExp(`${expression}|`).exec("")?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}
