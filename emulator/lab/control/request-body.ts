/** A JSON body as an object, empty where it is none. */
export const objectOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};

/** A member of a JSON body as text, "" where it is missing. */
export function member(body: unknown, name: string): string {
  const value = objectOf(body)[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
