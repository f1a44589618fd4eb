/** What no table can tell of a subject: where the twin is true to the product, where it is our reading, where it differs. */
export interface FidelityNote {
  readonly topic: string;
  readonly product: string;
  readonly twin: string;
  readonly kind: "faithful" | "assumed" | "differs" | "missing";
}
