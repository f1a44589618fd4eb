import type { Answer, RecordType } from "dns-packet";
import type { Device } from "../../peer/device.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { Cause } from "../causes/cause.ts";

/** Something that the guide asks for before peers are clustered, and that is not so. */
export interface Finding {
  /** The prerequisite of the guide: `G2.1`. */
  readonly guide: string;
  /** The peer at fault; absent where it is a matter between peers or of the surroundings. */
  readonly peer?: string;
  /** What was seen. */
  readonly seen: string;
  /** What the guide asks for. */
  readonly asked: string;
  /** Where to mend it. */
  readonly mend: string;
}

/** A peer that is up, as the checks look at it. */
export interface ExaminedPeer {
  readonly name: string;
  readonly device: Device;
  /** Asks the peer's own DNS servers; undefined where none answers now. */
  readonly lookUp: (name: string, type: RecordType) => Promise<readonly Answer[] | undefined>;
}

/** What the lab knows beside the peers. */
export interface Surrounded {
  readonly causes: readonly Cause[];
  /** The peer that has an address, up or down. */
  readonly nameOf: (address: string) => string | undefined;
  /** No peer of the lab has an address, in this process or in another. */
  readonly isNobodys: (address: string) => boolean;
  /** How long a message from one address and the answer to it are held up by the lab's network at most. */
  readonly roundTrip: (from: string, to: string) => Milliseconds;
}

/** One prerequisite. */
export interface Check {
  readonly guide: string;
  readonly title: string;
  readonly examine: (peers: readonly ExaminedPeer[], lab: Surrounded) => Finding[] | Promise<Finding[]>;
}

/** The addresses that a name or a service leads to. */
export function addressesIn(answers: readonly Answer[] | undefined): string[] {
  return (answers ?? []).flatMap((answer) => (answer.type === "A" || answer.type === "AAAA" ? [answer.data] : []));
}
