import type { Configuration } from "../../configuration/configuration.ts";

/** A link between two zones or subzones, with the pipes that limit it. */
export interface MapLink {
  readonly name: string;
  readonly ends: readonly [string, string];
  readonly pipes: readonly string[];
}

/** The way of a call: nodes and the links between them, from end to end. `links` has one fewer than `nodes`. */
export interface Route {
  readonly nodes: readonly string[];
  readonly links: readonly MapLink[];
}

/** Zones and subzones as nodes, links as configured: the map on which calls find their way. */
export class NetworkMap {
  #links: readonly MapLink[] | undefined;
  #linksOf = new Map<string, readonly MapLink[]>();

  constructor(private readonly configuration: Configuration) {
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith("Bandwidth Link "))) this.#links = undefined;
    });
  }

  get links(): readonly MapLink[] {
    return (this.#links ??= this.#read());
  }

  /**
   * The way with the fewest links (Administrator Guide, "Bandwidth control"), through another node where one is given.
   * @returns undefined where no links join the ends
   */
  route(from: string, to: string, through?: string): Route | undefined {
    if (through === undefined || through === from || through === to) return this.#shortest(from, to);
    const first = this.#shortest(from, through);
    const second = this.#shortest(through, to);
    return (
      first && second && { nodes: [...first.nodes, ...second.nodes.slice(1)], links: [...first.links, ...second.links] }
    );
  }

  #shortest(from: string, to: string): Route | undefined {
    const links = this.links;
    if (links.length === 0 && from !== to) return undefined;
    let frontier: Route[] = [{ nodes: [from], links: [] }];
    const seen = new Set([from]);
    while (frontier.length > 0) {
      const arrived = frontier.find((route) => route.nodes.at(-1) === to);
      if (arrived) return arrived;
      frontier = frontier.flatMap((route) => this.#onwards(route, seen));
    }
    return undefined;
  }

  #onwards(route: Route, seen: Set<string>): Route[] {
    const here = route.nodes.at(-1) ?? "";
    const next: Route[] = [];
    for (const link of this.#linksOf.get(here) ?? []) {
      const there = link.ends[0] === here ? link.ends[1] : link.ends[0];
      if (seen.has(there)) continue;
      seen.add(there);
      next.push({ nodes: [...route.nodes, there], links: [...route.links, link] });
    }
    return next;
  }

  #read(): readonly MapLink[] {
    const { configuration } = this;
    const links = configuration.rows.of("Bandwidth Link").map((index): MapLink => {
      const row = `Bandwidth Link ${index}` as const;
      const pipes = [configuration.get(`${row} Pipe1 Name`), configuration.get(`${row} Pipe2 Name`)];
      return {
        name: configuration.get(`${row} Name`),
        ends: [configuration.get(`${row} Node1 Name`), configuration.get(`${row} Node2 Name`)],
        pipes: [...new Set(pipes)].filter((pipe) => pipe !== ""),
      };
    });
    this.#linksOf = new Map();
    for (const link of links) {
      for (const end of new Set(link.ends)) this.#linksOf.set(end, [...(this.#linksOf.get(end) ?? []), link]);
    }
    return links;
  }
}
