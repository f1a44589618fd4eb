/** An object of JSON whose members are still to be looked at; lists are objects too. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
