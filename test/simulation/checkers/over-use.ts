import { pooledLicenses } from "../../../emulator/model/capacity.ts";
import { productFamily } from "../../../emulator/peer/core/identity.ts";
import type { ResourceKey } from "../../../emulator/peer/calls/bandwidth/resources.ts";
import { TOKENS_PER_LICENCE } from "../../../emulator/peer/calls/licensing/licensing.ts";
import { seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { Group } from "./group.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

/** Each hears of the calls of the others at the latest after 10 seconds, and then of one more update. */
const SETTLED_WITHIN: Milliseconds = seconds(12);

/** Something of which a group can use too much. */
interface Limited {
  readonly name: string;
  readonly limit: number;
  /** What a peer shows that it takes of it. */
  readonly shownBy: (view: PeerView) => number;
  /** What the calls of a peer take of it, one by one: looked at where that is too much. */
  readonly usedBy: (view: PeerView) => readonly { readonly serialNumber: string; readonly amount: number }[];
}

/**
 * I4: a group uses no more than there is for longer than one exchange of updates, but for what was in use when there came to
 * be less of it.
 */
export class UseIsWithinLimits implements Checker {
  readonly invariant = "I4";
  readonly follows = "usage";
  readonly #streaks = new Streaks();
  readonly #begun = new Map<string, Milliseconds>();
  readonly #limits = new Map<string, { readonly limit: number; readonly fell: Milliseconds }>();

  look({ now, views, groups, ways, lifeOf }: Moment, tell: Tell): void {
    for (const view of views)
      for (const { serialNumber } of view.device.calls.active())
        if (!this.#begun.has(serialNumber)) this.#begun.set(serialNumber, now);
    for (const group of groups) {
      const indices = group.members.map(({ index }) => index);
      if (!group.agrees || ways.disturbed(indices, now - SETTLED_WITHIN)) continue;
      if (group.members.some(({ digest }) => digest !== group.members[0]?.digest)) continue;
      for (const member of group.members) {
        for (const limited of limitsOf(member)) {
          const fell = this.#fell(`${member.index}.${lifeOf(member)} ${limited.name}`, limited.limit, now);
          if (group.members.reduce((sum, view) => sum + limited.shownBy(view), 0) <= limited.limit) continue;
          const used = this.#use(group, limited, fell);
          if (used.all <= Math.max(limited.limit, used.old)) continue;
          // Another call does not make it another over-use, and one that ends is no end of it.
          if (this.#streaks.note(`${group.name} ${limited.name} ${member.index}`, now) > SETTLED_WITHIN)
            tell(`peers ${indices.join(", ")}, ${limited.name}`, `${used.all} of ${limited.limit} are in use`);
        }
      }
    }
    this.#streaks.endLook();
  }

  /** When a limit last fell, as a peer shows it. */
  #fell(of: string, limit: number, now: Milliseconds): Milliseconds {
    const known = this.#limits.get(of);
    const fell = known === undefined ? 0 : limit < known.limit ? now : known.fell;
    if (known?.limit !== limit) this.#limits.set(of, { limit, fell });
    return fell;
  }

  #use({ members }: Group, { usedBy }: Limited, fell: Milliseconds): { readonly all: number; readonly old: number } {
    let all = 0;
    let old = 0;
    for (const { serialNumber, amount } of members.flatMap((member) => usedBy(member))) {
      all += amount;
      if ((this.#begun.get(serialNumber) ?? 0) < fell) old += amount;
    }
    return { all, old };
  }
}

/** The pools and the limits of bandwidth that a peer shows. */
function limitsOf({ device }: PeerView): Limited[] {
  const pools = pooledLicenses[productFamily(device.identity.product)].map((kind): Limited => ({
    name: `licenses of ${kind}s`,
    limit: device.licensing.use(kind)?.pool ?? 0,
    shownBy: ({ device: { licensing } }) => licensing.use(kind)?.own ?? 0,
    usedBy: ({ device: { calls } }) =>
      calls
        .active()
        .filter(({ license }) => license === kind)
        .map(({ serialNumber, tokens }) => ({ serialNumber, amount: tokens / TOKENS_PER_LICENCE })),
  }));
  const { configuration } = device;
  const pipes = configuration.rows
    .of("Bandwidth Pipe")
    .filter((row) => configuration.get(`Bandwidth Pipe ${row} Bandwidth Total Mode`) === "Limited")
    .map((row) =>
      bandwidth(
        `pipe ${configuration.get(`Bandwidth Pipe ${row} Name`)}`,
        configuration.integer(`Bandwidth Pipe ${row} Bandwidth Total Limit`),
      ),
    );
  const subzones = (["DefaultSubZone", "TraversalSubZone"] as const)
    .filter((name) => configuration.get(`Zones LocalZone ${name} Bandwidth Total Mode`) === "Limited")
    .map((name) => bandwidth(`node ${name}`, configuration.integer(`Zones LocalZone ${name} Bandwidth Total Limit`)));
  return [...pools, ...pipes, ...subzones];
}

/** A resource is used by the calls whose way leads over it. */
const bandwidth = (key: ResourceKey, limit: number): Limited => ({
  name: `kbps of ${key}`,
  limit,
  shownBy: ({ device }) => Number(device.bandwidth.usage(key).LocalUsage),
  usedBy: ({ device: { calls } }) =>
    calls
      .active()
      .filter(({ resources }) => resources.includes(key))
      .map(({ serialNumber, allocated }) => ({ serialNumber, amount: allocated })),
});
