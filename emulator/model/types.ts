/** The shapes of the tables that describe the device. The tables are data; everything else reads them. */

/** Cluster items are copied from the primary; peer items (marked † on the pages) are not. Guide, "Specifying peer-specific items". */
export type Scope = "cluster" | "peer";

/** A text that has to look like something besides having a length. */
export type TextFormat = "ipv4Address" | "ipAddress" | "hostOrAddress" | "hostName" | "clusterName" | "digits";

export type ValueSpace =
  | { readonly kind: "text"; readonly min: number; readonly max: number; readonly format?: TextFormat }
  | { readonly kind: "secret"; readonly min: number; readonly max: number }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  | { readonly kind: "oneOf"; readonly values: readonly string[] };

/** One configuration item: everything that the CLI, XML, REST, pages, validation, replication and backup know of it. */
export interface ConfigurationItem {
  /** The words of the CLI path; an index range stands for the place of an index: `Zones Zone [1..1000] Name`. */
  readonly path: string;
  readonly values: ValueSpace;
  /** The value of a peer as unpacked, written as the CLI writes it, without quotes. */
  readonly default: string;
  readonly scope: Scope;
  /** What the item is for, in a sentence: the CLI's `?` and the page's field help. */
  readonly description: string;
  /** What follows from the item in the twin. Absent for one that is stored only: readable, settable and copied on every surface. */
  readonly effect?: string;
  /** Where a stored-only item is seen besides the configuration. The port usage pages need not be named: they are a table. */
  readonly shownAs?: string;
  /** The label on the product's page, without the unit; `<n>` stands for the row's number. */
  readonly label?: string;
  /** The unit of an integer, as the page shows it. */
  readonly unit?: string;
  /** The alarm that asks for a restart after a change. */
  readonly restartAlarm?: number;
  /** Shown and settable only while another item of the same row (or a plain item) has one of these values. */
  readonly shownWhen?: { readonly path: string; readonly values: readonly string[] };
  /** True where no source shows the row for X8.1: our best reading. */
  readonly assumed?: true;
}

export type StatusLeafType = "string" | "integer" | "boolean" | "enum";

/** A node of the status tree: a leaf has a `type`, a branch has `children`. */
export interface StatusElement {
  readonly name: string;
  /** Present where the element repeats: the printed index range, `[1..200]`. */
  readonly index?: string;
  readonly type?: StatusLeafType;
  readonly values?: readonly string[];
  readonly children?: readonly StatusElement[];
  /** Said where the element is left out at times; absent where it always shows. */
  readonly presentWhen?: string;
  /** Branches that live in the replicated database are written without white space in XML. */
  readonly xmlOneLine?: true;
  /** Said of what changes as time passes, with each second or poll: that alone is no change which feedback tells of. */
  readonly passing?: true;
  readonly assumed?: true;
}

/** A top node of the status tree and its places in the two orders that the product prints. */
export interface StatusNode extends StatusElement {
  /** Place in the output of `xStatus`; null where the CLI does not print the node. */
  readonly cliOrder: number | null;
  /** Place in `/status.xml`. */
  readonly xmlOrder: number | null;
}

export interface CommandParameter {
  readonly name: string;
  /** Present where the argument repeats, `Expression.1`, `Expression.2`: the index range, `[1..15]`. */
  readonly index?: string;
  readonly required: boolean;
  readonly values: ValueSpace;
  readonly default?: string;
  readonly description: string;
}

export interface Command {
  readonly name: string;
  /** Other spellings that the device takes. */
  readonly aliases?: readonly string[];
  readonly description: string;
  readonly parameters: readonly CommandParameter[];
  readonly assumed?: true;
}

export type Severity = "alert" | "critical" | "error" | "warning" | "notice";

export type AlarmCategory =
  | "Hardware"
  | "Software"
  | "Cluster"
  | "Network"
  | "Licensing"
  | "External applications"
  | "Security"
  | "Configuration"
  | "B2BUA";

/** One alarm type. The device has a record of every type, raised or not. */
export interface Alarm {
  /** The five digits shown on the Alarms page. */
  readonly id: number;
  /** The constant that XML, REST and the log know the type by. */
  readonly uuid: string;
  readonly title: string;
  /** `<…>` stands for a value known when the alarm is raised; two values of a kind have a number each: `<port 1>`, `<port 2>`. */
  readonly description: string;
  readonly severity: Severity;
  readonly category: AlarmCategory;
  /** What the operator is to do. */
  readonly action: string;
  /** Pages that the alarm links to. */
  readonly pages: readonly string[];
  /** A cluster alarm: part of the guide's Appendix 1 or its kin. */
  readonly cluster?: true;
  /** Where the row was read, or why it is assumed. */
  readonly source: string;
  readonly assumed?: true;
}
