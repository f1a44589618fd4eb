const colours: Readonly<Record<string, string>> = {
  "This system": "good",
  Active: "good",
  Failed: "bad",
  Unknown: "waiting",
  Initializing: "waiting",
  Checking: "waiting",
  Pending: "waiting",
  "Pending delete": "waiting",
  "Restart required": "waiting",
  Connected: "good",
  Valid: "good",
  Expired: "bad",
  "Expires soon": "waiting",
  "Not yet valid": "waiting",
  Normal: "good",
  "Out of range": "bad",
};

export interface StateWordProps {
  readonly word: string;
  /** Why it is so, in small print beside the word. */
  readonly cause?: string | undefined;
}

/** The state of a peer, a zone, a database: the word with its colour. */
export function StateWord({ word, cause }: StateWordProps) {
  return (
    <>
      <span class={`state ${colours[word] ?? ""}`.trimEnd()}>{word}</span>
      {cause !== undefined && <span class="cause">{cause}</span>}
    </>
  );
}
