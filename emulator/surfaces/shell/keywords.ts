/** The first words that the command shell knows, and what its help says of them. */
export const keywords = [
  { name: "xStatus", description: "Shows the present state." },
  { name: "xConfiguration", description: "Shows and sets the configuration." },
  { name: "xCommand", description: "Runs a command." },
  { name: "xHistory", description: "Shows past calls and registrations." },
  { name: "xFeedback", description: "Reports events as they happen." },
  { name: "xGetxml", description: "Shows a part of the status or configuration as XML." },
  { name: "xPreferences", description: "Sets how this shell prints." },
  { name: "echo", description: "Turns the echo of typed characters on or off." },
  { name: "eventlog", description: "Shows the newest lines of the Event Log." },
  { name: "configlog", description: "Shows the newest lines of the Configuration Log." },
  { name: "networklog", description: "Shows the newest lines of the Network Log." },
  { name: "help", description: "Shows this list." },
  { name: "exit", description: "Ends the session." },
  { name: "bye", description: "Ends the session." },
] as const;

export type KeywordName = (typeof keywords)[number]["name"];

export type KeywordFound =
  { readonly ok: true; readonly keyword: KeywordName } | { readonly ok: false; readonly reason: string };

/** Finds a keyword in any case, or by a beginning that only it has. */
export function findKeyword(word: string): KeywordFound {
  const wanted = word.toLowerCase();
  const candidates = keywords.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const exact = candidates.find(({ name }) => name.toLowerCase() === wanted);
  const [only] = exact ? [exact] : candidates;
  if (only && (exact || candidates.length === 1)) return { ok: true, keyword: only.name };
  const names = (only ? candidates : keywords).map(({ name }) => name).join(", ");
  return {
    ok: false,
    reason: only ? `Ambiguous command "${word}": ${names}` : `Unknown command "${word}": one of ${names}`,
  };
}
