/** One element of a status, configuration or history tree, ready for the XML writer and for the CLI writer. */
export interface Element {
  readonly name: string;
  /** The number printed as `item="n"`; 1 for an element that does not repeat. */
  readonly item: number;
  /** The value of a leaf, unescaped and unquoted. Absent for a branch and for an empty element. */
  readonly text?: string;
  /** The CLI prints the value in double quotes. */
  readonly quoted?: boolean;
  /** The CLI prints the item number after the name. */
  readonly indexed?: boolean;
  readonly children?: readonly Element[];
  /** XML without white space between the elements below. */
  readonly oneLine?: boolean;
  /** Attributes besides `item`, in the order written. */
  readonly attributes?: Readonly<Record<string, string>>;
}
