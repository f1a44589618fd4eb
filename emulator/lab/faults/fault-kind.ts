import type { Static, TObject } from "typebox";
import type { HardwareKind } from "../../peer/core/identity.ts";
import type { AlarmId } from "../../model/alarms/index.ts";
import type { Peer } from "../../peer/peer.ts";
import type { Message } from "../../world/network-rule.ts";
import type { Occurrence } from "../../world/occurrence.ts";
import type { RuledNetwork } from "../../world/ruled-network.ts";
import type { World } from "../../world/world.ts";
import type { DnsServer } from "../surroundings/dns-server.ts";
import type { NtpServer } from "../surroundings/ntp-server.ts";

/** What faults act on. */
export interface FaultScene {
  readonly world: World & { readonly network: RuledNetwork };
  readonly peers: readonly { readonly name: string; readonly peer: Peer }[];
  /** The lab's servers, as far as they run in this process. */
  readonly servers: { readonly ntp?: NtpServer; readonly dns?: DnsServer };
}

/** One fault that begins: what its kind acts with. */
export interface FaultContext<Parameters> {
  readonly scene: FaultScene;
  readonly parameters: Parameters;
  /** The peers that the rule names; all of them where it names none. */
  readonly peers: readonly Peer[];
  /** True for a message on the path that the rule names. */
  readonly onPath: (message: Message) => boolean;
  /** True for the address of a peer that the rule names, and for everybody where it names none. */
  readonly isClient: (address: string) => boolean;
  /** To be asked each time that the fault could strike; it counts the strikes. */
  readonly occurrence: Occurrence;
  /** To be called when the fault has done all that it will ever do. */
  readonly over: () => void;
}

/**
 * What a rule of this kind may name: the path between two peers (or of one, or of all) and its direction; peers, all unless
 * told; or one peer that has to be told.
 */
export type FaultPlace = "path" | "peers" | "peer";

/** A kind of fault: everything that the lab, its command, files and documentation know of it. */
export interface FaultKind<Parameters extends TObject = TObject> {
  readonly name: string;
  /** For help and documentation: what happens, as a sentence. */
  readonly summary: string;
  readonly place: FaultPlace;
  /** What a rule may choose among by probability, by counting, or up to a count; absent where it is always or never. */
  readonly firesAt?: "message" | "request";
  /** What a peer of such a rule has to be; by default either. */
  readonly hardware?: HardwareKind;
  /** The server of the lab that has to run in this process. */
  readonly server?: "ntp" | "dns";
  /** Each property's description says what is allowed. */
  readonly parameters: Parameters;
  /** One rule in words, without where, when and how often. */
  words(parameters: Static<Parameters>): string;
  /** The alarms that may follow from it on the peers that it concerns, and on those that list them. */
  alarms(parameters: Static<Parameters>): readonly AlarmId[];
  /** For what a peer that it is over for may still have: where that is mended. */
  readonly mendAfterwards?: (peer: string) => string;
  /** Brings the fault about. @returns what takes it away */
  begin(context: FaultContext<Static<Parameters>>): () => void;
}

/** A row of the table, whatever its parameters are: they have been checked before `words` and `begin` see them. */
export const faultKind = <Parameters extends TObject>(kind: FaultKind<Parameters>): FaultKind => kind;
