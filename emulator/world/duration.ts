/** Milliseconds between two moments. */
export type Milliseconds = number;

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const seconds = (count: number): Milliseconds => count * 1000;
export const minutes = (count: number): Milliseconds => seconds(count * 60);
export const hours = (count: number): Milliseconds => minutes(count * 60);
export const days = (count: number): Milliseconds => hours(count * 24);
