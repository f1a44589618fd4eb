/** A text that is looked for: a part of what is there, or a regular expression between slashes. */
export const matches = (wanted: string, text: string): boolean =>
  regularExpression(wanted)?.test(text) ?? text.includes(wanted);

/** Why a text to look for cannot be used; undefined when it can. */
export function textMistake(wanted: string): string | undefined {
  try {
    regularExpression(wanted);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function regularExpression(wanted: string): RegExp | undefined {
  const [, source] = /^\/(.+)\/$/s.exec(wanted) ?? [];
  return source === undefined ? undefined : new RegExp(source, "s");
}
