import type { Answer } from "dns-packet";
import { Type, type Static, type TObject, type TProperties } from "typebox";
import { ttlMember } from "./dns-members.ts";

/** Whose record it is: the whole name, and the seconds that it may be kept. */
export interface Owner {
  readonly name: string;
  readonly ttl: number;
}

/** A record as its author wrote it. */
export type RecordEntry = Readonly<Record<string, unknown>>;

/** A row of the table of kinds. */
interface KindOf<Members extends TProperties> {
  readonly type: string;
  /** For the reference. */
  readonly about: string;
  readonly example: string;
  /** Besides `type` and `ttl`. */
  readonly members: Members;
  /** The name below the zone; by default that of the member `name`. */
  nameOf?(entry: Static<TObject<Members>>): string;
  /** What the shape does not tell: the member, and what is wrong with it. */
  mistake?(entry: Static<TObject<Members>>): readonly [member: string, reason: string] | undefined;
  answer(entry: Static<TObject<Members>>, owner: Owner): Answer;
}

/** A kind of record, whatever its members are. */
export interface DnsRecordKind {
  readonly type: string;
  readonly about: string;
  readonly example: string;
  readonly schema: TObject;
  /** The name below the zone, or @ for the zone itself. */
  nameOf(entry: RecordEntry): string;
  mistake(entry: RecordEntry): readonly [member: string, reason: string] | undefined;
  answer(entry: RecordEntry, owner: Owner): Answer;
}

/** Makes a row of the table of kinds. */
export function recordKind<Members extends TProperties>(kind: KindOf<Members>): DnsRecordKind {
  const { type, about, example, members } = kind;
  return {
    type,
    about,
    example,
    schema: Type.Object(
      { type: Type.Literal(type), ...members, ttl: Type.Optional(ttlMember) },
      { additionalProperties: false, description: about },
    ),
    nameOf: (entry) => kind.nameOf?.(entry as Static<TObject<Members>>) ?? (entry["name"] as string | undefined) ?? "@",
    mistake: (entry) => kind.mistake?.(entry as Static<TObject<Members>>),
    answer: (entry, owner) => kind.answer(entry as Static<TObject<Members>>, owner),
  };
}
