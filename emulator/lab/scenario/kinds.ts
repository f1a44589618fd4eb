import { Type, type Static, type TObject, type TProperties } from "typebox";
import type { Path } from "../yaml/shape.ts";
import type { PeerSession } from "./drivers/peer-session.ts";
import type { Reply } from "./drivers/reply.ts";
import { peerMember, positiveSpanMember, textMember } from "./members.ts";
import type { Run } from "./run.ts";

/** An entry below `do` or `all` as its author wrote it. */
export type EntryValue = Readonly<Record<string, unknown>>;

/** What an entry of the right shape says and cannot mean: at which member, and what is allowed. */
export interface EntryMistake {
  readonly path: Path;
  readonly reason: string;
  readonly atKey?: boolean;
}

/** A kind of entry: a row of the tables of `do` and of `expect`. */
interface EntryKind<Members extends TProperties> {
  /** The member that an entry of this kind is known by. */
  readonly key: string;
  /** Others that do when that one is left out. */
  readonly alsoKnownBy?: readonly string[];
  /** Members besides `peer` that name peers. */
  readonly selections?: readonly string[];
  /** For the reference: one sentence. */
  readonly about: string;
  /** An entry, as it is written on one line. */
  readonly example: string;
  /** Besides those that every entry for a peer has. */
  readonly members: Members;
  /** What the shape does not tell. `peers` are the names in the lab. */
  mistake?(entry: Static<TObject<Members>>, peers: readonly string[]): EntryMistake | undefined;
}

/** Something that is done on a peer, over one of its surfaces. */
export interface PeerActionKind<Members extends TProperties> extends EntryKind<Members> {
  perform(entry: Static<TObject<Members>>, peer: PeerSession): Promise<Reply>;
}

/** Something that is done with the lab; it throws `StepError` where it cannot. */
export interface LabActionKind<Members extends TProperties> extends EntryKind<Members> {
  perform(entry: Static<TObject<Members>>, run: Run): Promise<void>;
}

/** What is seen in place of what is expected: told, or to be asked for where telling takes looks of its own. */
export type Sight = string | (() => Promise<string>);

/** Something that can be seen of a peer. */
export interface CheckKind<Members extends TProperties> extends EntryKind<Members> {
  /** True for what cannot but stay: that it has happened. */
  readonly happened?: true;
  /** True for the only checks that a peer that is down can pass. */
  readonly evenDown?: true;
  /** Undefined when it is so; otherwise what is seen instead. */
  look(entry: Static<TObject<Members>>, peer: PeerSession, run: Run): Promise<Sight | undefined>;
  /** Less than a look, and enough to see whether it stays so; by default a look. */
  glance?(entry: Static<TObject<Members>>, peer: PeerSession): Promise<Sight | undefined>;
}

/** Something that can be seen of the lab as a whole. */
export interface LabCheckKind<Members extends TProperties> extends EntryKind<Members> {
  /** Undefined when it is so; otherwise what is seen instead. */
  look(entry: Static<TObject<Members>>, run: Run): Promise<Sight | undefined>;
}

/** A row as the reader and the runner take it, whatever its members are. */
export interface Row {
  readonly key: string;
  /** The members that an entry of this kind is known by, the surest first. */
  readonly keys: readonly string[];
  /** The members that name peers. */
  readonly selections: readonly string[];
  readonly about: string;
  readonly example: string;
  /** Of a whole entry. */
  readonly schema: TObject;
  mistake(entry: EntryValue, peers: readonly string[]): EntryMistake | undefined;
}

export type PeerAction = Row & {
  readonly on: "peer";
  perform(entry: EntryValue, peer: PeerSession): Promise<Reply>;
};

export type LabAction = Row & {
  readonly on: "lab";
  perform(entry: EntryValue, run: Run): Promise<void>;
};

export type Action = PeerAction | LabAction;

export type PeerCheck = Row & {
  readonly on: "peer";
  readonly evenDown: boolean;
  glance(entry: EntryValue, peer: PeerSession, run: Run): Promise<Sight | undefined>;
  look(entry: EntryValue, peer: PeerSession, run: Run): Promise<Sight | undefined>;
};

export type LabCheck = Row & {
  readonly on: "lab";
  look(entry: EntryValue, run: Run): Promise<Sight | undefined>;
};

export type Check = PeerCheck | LabCheck;

const returnedMembers = {
  returns: Type.Optional(textMember("What the peer has to answer: a part of it, or a regular expression as /…/.")),
  fails: Type.Optional(
    textMember("The peer has to refuse, with this text: a part of it, or a regular expression as /…/."),
  ),
};

const stayingMembers = {
  for: Type.Optional(
    positiveSpanMember(
      "How much of the lab's time it has to stay so, from the moment at which all that is expected is so.",
    ),
  ),
};

/** Makes a row of the table of actions on a peer. */
export function peerAction<Members extends TProperties>(kind: PeerActionKind<Members>): PeerAction {
  return {
    ...rowOf(kind, { peer: peerMember, ...kind.members, ...returnedMembers }),
    on: "peer",
    perform: (entry, peer) => kind.perform(entry as Static<TObject<Members>>, peer),
  };
}

/** Makes a row of the table of actions of the lab. */
export function labAction<Members extends TProperties>(kind: LabActionKind<Members>): LabAction {
  return {
    ...rowOf(kind, kind.members),
    on: "lab",
    perform: (entry, run) => kind.perform(entry as Static<TObject<Members>>, run),
  };
}

/** Makes a row of the table of checks, for what is looked at on each peer. */
export function check<Members extends TProperties>(kind: CheckKind<Members>): PeerCheck {
  return {
    ...rowOf(kind, { peer: peerMember, ...kind.members, ...(!kind.happened && stayingMembers) }),
    on: "peer",
    evenDown: kind.evenDown ?? false,
    look: (entry, peer, run) => kind.look(entry as Static<TObject<Members>>, peer, run),
    glance: (entry, peer, run) =>
      kind.glance?.(entry as Static<TObject<Members>>, peer) ?? kind.look(entry as Static<TObject<Members>>, peer, run),
  };
}

/** Makes a row of the table of checks, for what is looked at once. */
export function labCheck<Members extends TProperties>(kind: LabCheckKind<Members>): LabCheck {
  return {
    ...rowOf(kind, { ...kind.members, ...stayingMembers }),
    on: "lab",
    look: (entry, run) => kind.look(entry as Static<TObject<Members>>, run),
  };
}

function rowOf<Members extends TProperties>(kind: EntryKind<Members>, members: TProperties): Row {
  const { key, alsoKnownBy = [], selections = [], about, example } = kind;
  return {
    key,
    keys: [key, ...alsoKnownBy],
    selections: ["peer", ...selections],
    about,
    example,
    schema: Type.Object(members, { additionalProperties: false, description: about }),
    mistake: (entry, peers) => kind.mistake?.(entry as Static<TObject<Members>>, peers),
  };
}
