import type { EntryMistake, EntryValue, Row } from "./kinds.ts";
import { textMistake } from "./matches.ts";
import { asList, type PeerSelection } from "./members.ts";
import { fixedPlaceholders, unknownPlaceholder } from "./placeholders.ts";

/** What an entry of the right shape says and cannot mean in a lab with these peers. */
export function entryMistake(kind: Row, value: EntryValue, peers: readonly string[]): EntryMistake | undefined {
  return (
    unknownPeer(kind, value, peers) ??
    unusableText(value) ??
    kind.mistake(value, peers) ??
    unknownName(value, [...peers, ...fixedPlaceholders])
  );
}

function unknownPeer({ selections }: Row, value: EntryValue, peers: readonly string[]): EntryMistake | undefined {
  for (const member of selections) {
    const selection = value[member] as PeerSelection | undefined;
    if (selection === undefined || selection === "all") continue;
    const unknown = asList<string>(selection).find((name) => !peers.includes(name));
    if (unknown !== undefined)
      return { path: [member], reason: `"${unknown}" is not a peer; there are: ${peers.join(", ")}, or all` };
  }
  return undefined;
}

/** What has to come back may be a regular expression, and then has to be one. */
function unusableText(value: EntryValue): EntryMistake | undefined {
  for (const member of ["returns", "fails"]) {
    const text = value[member];
    const reason = typeof text === "string" ? textMistake(text) : undefined;
    if (reason !== undefined) return { path: [member], reason };
  }
  return undefined;
}

function unknownName(value: EntryValue, names: readonly string[]): EntryMistake | undefined {
  const unknown = unknownPlaceholder(value, names);
  if (!unknown) return undefined;
  const known = names.map((name) => `\${${name}}`).join(", ");
  return { ...unknown, reason: `\${${unknown.name}} stands for nothing; there are: ${known}` };
}
