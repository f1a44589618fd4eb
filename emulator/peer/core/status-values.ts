/**
 * The values of a status subtree, by element name. An element that repeats is a map from its index. Leaves that the
 * table types as strings print quoted; the table decides, not the value.
 */
export type StatusValue = string | number | boolean | StatusValues | ReadonlyMap<number, StatusValue>;

export interface StatusValues {
  readonly [element: string]: StatusValue | undefined;
}

/** The present values of the top nodes that a part owns. */
export type StatusProviders = Readonly<Record<string, () => StatusValues | ReadonlyMap<number, StatusValue>>>;
