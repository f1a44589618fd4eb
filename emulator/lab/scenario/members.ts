import { Type } from "typebox";

/** A peer's name, a list of names, or `all`. */
export const peerMember = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], {
  description: "the name of a peer, a list of names, or all",
});

export type PeerSelection = string | readonly string[];

/** `3m`, `1h30m`: see `parseDuration`. */
export const spanMember = (about: string) =>
  Type.String({ pattern: "^(\\d+(\\.\\d+)?(ms|[smhdw]))+$", description: `${about} Examples: 125s, 2m, 1h30m, 14d.` });

/** The same for what is nothing without time. */
export const positiveSpanMember = (about: string) =>
  Type.String({
    pattern: "^(?=.*[1-9])(\\d+(\\.\\d+)?(ms|[smhdw]))+$",
    description: `${about} More than 0. Examples: 125s, 2m, 1h30m, 14d.`,
  });

export const textMember = (description: string) => Type.String({ minLength: 1, description });

/** One text or several. */
export const linesMember = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })], {
    description,
  });

/** A value as people write it in YAML. */
export const scalarMember = Type.Union([Type.String(), Type.Number(), Type.Boolean()], {
  description: "a text, a number, true or false",
});

/** One or several as a list. */
export const asList = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
