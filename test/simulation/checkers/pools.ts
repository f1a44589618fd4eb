import { pooledLicenses } from "../../../emulator/model/capacity.ts";
import type { LicenseKind } from "../../../emulator/model/option-keys.ts";
import { productFamily } from "../../../emulator/peer/core/identity.ts";
import { minutes, seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { Group } from "./group.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

/** So long a group may take to agree. */
const AGREED_WITHIN: Milliseconds = minutes(1);

/** A probe comes every 10 seconds: within one, all have missed a peer that is lost. */
const PROBE_ROUND: Milliseconds = seconds(10);

/** I3: a group has one pool of each kind, no smaller than the keys of its members, and one moment for each loss. */
export class PoolsAgree implements Checker {
  readonly invariant = "I3";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, groups, ways }: Moment, tell: Tell): void {
    for (const group of groups) {
      const indices = group.members.map(({ index }) => index);
      if (!group.agrees || ways.disturbed(indices, now - AGREED_WITHIN)) continue;
      const wrong = [...wrongPools(group), ...wrongMoments(group)];
      for (const { of, what } of wrong)
        if (this.#streaks.note(`${group.name} ${of}`, now) > AGREED_WITHIN)
          tell(`peers ${indices.join(", ")}, ${of}`, what);
    }
    this.#streaks.endLook();
  }
}

interface Wrong {
  readonly of: string;
  readonly what: string;
}

function wrongPools({ members }: Group): Wrong[] {
  return kindsOf(members).flatMap((kind) => {
    const pools = members.map((member) => poolOf(member, kind));
    if (new Set(pools).size > 1) return [{ of: kind, what: `the pool of ${kind}s differs: ${pools.join(", ")}` }];
    const keys = members.reduce((sum, { device }) => sum + (device.licensing.ownLicenses()[kind] ?? 0), 0);
    const all = members.length === members[0]?.list.length;
    const [pool = 0] = pools;
    return pool < keys || (all && pool > keys)
      ? [{ of: kind, what: `the pool of ${kind}s is ${pool}, and the members have keys for ${keys}` }]
      : [];
  });
}

/** Each moment is compared by how long ago it is on the clock of who shows it, which may be wrong. */
function wrongMoments({ members }: Group): Wrong[] {
  const moments = members.map(
    ({ device }) => new Map(device.licensing.lostPeers.map((lost) => [lost.address, lost.lostFor])),
  );
  const lost = new Set(moments.flatMap((of) => [...of.keys()]));
  return [...lost].flatMap((address) => {
    const ages = moments.map((of) => of.get(address));
    const known = ages.filter((age) => age !== undefined);
    if (known.length === ages.length && Math.max(...known) - Math.min(...known) <= PROBE_ROUND) return [];
    const told = ages.map((age) => (age === undefined ? "never" : `${age / 1000} s ago`)).join(", ");
    return [{ of: `loss of ${address}`, what: `${address} was lost at different moments: ${told}` }];
  });
}

const kindsOf = ([first]: readonly PeerView[]): readonly LicenseKind[] =>
  first ? pooledLicenses[productFamily(first.device.identity.product)] : [];

const poolOf = ({ device }: PeerView, kind: LicenseKind): number => device.licensing.use(kind)?.pool ?? 0;
