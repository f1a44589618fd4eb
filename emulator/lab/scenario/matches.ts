/** A text that is looked for: a part of what is there, or a regular expression between slashes. */
export function matches(wanted: string, text: string): boolean {
  const expression = regularExpression(wanted);
  return expression === undefined ? text.includes(wanted) : new RegExp(expression, "s").test(text);
}

/** Why a text to look for cannot be used; undefined when it can. */
export function textMistake(wanted: string | undefined): string | undefined {
  const expression = wanted === undefined ? undefined : regularExpression(wanted);
  if (expression === undefined) return undefined;
  try {
    new RegExp(expression, "s");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const regularExpression = (wanted: string): string | undefined => /^\/(.+)\/$/s.exec(wanted)?.[1];
