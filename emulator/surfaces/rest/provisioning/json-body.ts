export type JsonObject = Readonly<Record<string, unknown>>;

export type ReadBody =
  { readonly ok: true; readonly object: JsonObject } | { readonly ok: false; readonly reason: string };

/**
 * The JSON object of a body, whatever content type it was sent with: clients differ. An empty body is an empty object.
 */
export function readJsonBody(body: Uint8Array): ReadBody {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body).trim();
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: "the body is not UTF-8" };
    throw error;
  }
  if (text === "") return { ok: true, object: {} };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: `the body is not JSON: ${error.message}` };
    throw error;
  }
  return isJsonObject(json)
    ? { ok: true, object: json }
    : { ok: false, reason: `the body is ${shownJson(json)}: a JSON object is expected, such as {"Name": "…"}` };
}

export const isJsonObject = (json: unknown): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const LONGEST_SHOWN = 80;

/** A value seen, short enough for a message of one line. */
export function shownJson(json: unknown): string {
  const text = JSON.stringify(json);
  return text.length > LONGEST_SHOWN ? `${[...text].slice(0, LONGEST_SHOWN).join("")}…` : text;
}

/** Why a body has a member that is none; undefined when it has not. */
export function unknownMember(object: JsonObject, allowed: readonly string[]): string | undefined {
  const unknown = Object.keys(object).find((name) => !allowed.includes(name));
  if (unknown === undefined) return undefined;
  return `there is no member ${shownJson(unknown)} here: ${allowed.length > 0 ? `one of ${allowed.join(", ")}` : "the body is to be empty"}`;
}
