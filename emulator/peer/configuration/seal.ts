import type { CheckedValue } from "./value-space.ts";

/** What a secret is kept as, or why it is refused. */
export type Seal = (secret: string) => CheckedValue;
