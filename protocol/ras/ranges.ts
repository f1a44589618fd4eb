/** The whole numbers that a field may have. */
export interface Range {
  /** As errors call it. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** What counts alternatives and additions. The standard sets no limit; none comes near this one. */
export const smallNumbers: Range = { name: "a small number", least: 0, most: 65_535 };

/** How many numbers a range has. Aligned PER writes up to 256 in an octet or less and up to 65536 in two; RAS has no more. */
export function span(range: Range): number {
  return range.most - range.least + 1;
}

export function isWithin(value: number, range: Range): boolean {
  return Number.isInteger(value) && value >= range.least && value <= range.most;
}

/** `requestSeqNum is 70000, allowed are 1 to 65535` */
export function outside(value: number, range: Range): string {
  return `${range.name} is ${value}, allowed are ${range.least} to ${range.most}`;
}
