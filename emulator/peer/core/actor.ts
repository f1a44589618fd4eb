/** Who did something, and from where: the ends of a configuration line. */
export interface Actor {
  readonly user: string;
  /** The process that logs what they do; by default the web server. */
  readonly via?: "web" | "ssh" | "management" | "replication";
  /** Absent for the peer itself. */
  readonly source?: { readonly address: string; readonly port: number };
}

/** What the peer does on its own. */
export const THE_SYSTEM: Actor = { user: "system", via: "management" };

/** The copy from the primary. */
export const THE_COPY: Actor = { user: "system", via: "replication" };
