import type { ItemTemplate } from "../configuration/index.ts";
import type { CreatedListName } from "../configuration/lists.ts";
import type { RestSource } from "./sources.ts";

/** Who serves a path: both kinds of box, a controller (-C, Control), an edge (-E, Expressway), or any outside these trees. */
export type RestCategory = "common" | "controller" | "edge" | "standalone" | "management";

export type RestMethod = "GET" | "POST" | "PUT" | "DELETE";

/** What a member of a JSON object is on the peer. */
export type RestValue =
  /** One item; `words` are the values as REST spells them, by the value that the item has. */
  | { readonly kind: "item"; readonly item: ItemTemplate; readonly words?: Readonly<Record<string, string>> }
  /** An array: the items of the innermost range in order, the empty ones at the end left out. */
  | { readonly kind: "items"; readonly item: ItemTemplate }
  /** What X8.1 has no choice of: always this value, and no other is taken. */
  | { readonly kind: "fixed"; readonly value: string | number; readonly reason: string }
  /** What X8.1 has nothing for: never shown, and refused. */
  | { readonly kind: "absent"; readonly reason: string };

/** A member of the JSON object that a resource reads and writes. */
export interface RestMember {
  readonly name: string;
  readonly value: RestValue;
  /** A new row has to have it. */
  readonly required?: true;
  /** In a PUT it is spelled `New_<name>`, as the name of a row is. */
  readonly asNew?: true;
  /** True where no source gives the name or the spelling of its values: ours. */
  readonly assumed?: true;
}

/** The parts of a peer that answer for a resource by themselves. */
export type RestPart =
  | "sysinfo"
  | "restart"
  | "option keys"
  | "root certificate"
  | "server certificate"
  | "password change"
  | "default links"
  | "time status"
  | "cluster peers"
  | "firewall activation"
  | "diagnostic logging";

/** A member of what a part reads or answers. */
export interface PartMember {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean" | "array" | "PEM file";
  readonly assumed?: true;
}

export type RestServed =
  /** One object of plain items. */
  | { readonly kind: "single"; readonly members: readonly RestMember[] }
  /** Rows that come and go, told by the member `key`; only those in which the item of `where` has its value. */
  | {
      readonly kind: "rows";
      readonly list: CreatedListName;
      readonly key: string;
      readonly where?: { readonly item: ItemTemplate; readonly value: string };
      readonly members: readonly RestMember[];
      /** GET answers one object with the list of the names alone. */
      readonly namesOnly?: true;
    }
  /** A list with a fixed number of places, told by the member `index`; one is taken while `taken` is not empty. */
  | {
      readonly kind: "places";
      readonly list: string;
      readonly places: number;
      readonly taken: string;
      /** Each object stands in another, under this name; DELETE does without it. */
      readonly wrapper?: string;
      readonly members: readonly RestMember[];
    }
  | { readonly kind: "part"; readonly part: RestPart; readonly members: readonly PartMember[] }
  /** Answered by another surface or table of the peer. */
  | { readonly kind: "elsewhere"; readonly by: string }
  /** Answered with 501 and this reason. */
  | { readonly kind: "absent"; readonly reason: string };

/** A resource of the interface. Sources: `RestSource`. */
export interface RestResource {
  /** From the root, without `v1`; `<name>` stands for any one segment. */
  readonly path: string;
  readonly methods: readonly RestMethod[];
  readonly category: RestCategory;
  /** The first release that has it, as far as sources tell. */
  readonly since: string;
  readonly sources: readonly RestSource[];
  /** What it is of, as a noun: `Neighbor zone`. Messages are made of it. */
  readonly noun: string;
  readonly served: RestServed;
  /** Said where the path is known and its methods are not. */
  readonly methodsAssumed?: true;
  /** The text of a successful answer, where sources give it. */
  readonly messages?: Readonly<Partial<Record<RestMethod, string>>>;
}
