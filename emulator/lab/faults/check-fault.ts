import { IsOptional } from "typebox";
import { Value } from "typebox/value";
import type { HardwareKind } from "../../peer/core/identity.ts";
import { parseDuration } from "../control/parse-duration.ts";
import { faultKinds, findFaultKind } from "./fault-kinds.ts";
import type { FaultKind } from "./fault-kind.ts";
import { membersOf, type FaultRule } from "./rule-members.ts";

/** A rule that may be added, or what is wrong with it and at which member. */
export type FaultVerdict =
  | { readonly ok: true; readonly rule: FaultRule; readonly kind: FaultKind }
  | { readonly ok: false; readonly member: string; readonly reason: string };

/** Peers that a rule may name, and what they are where that is known already. */
export type KnownPeers = ReadonlyMap<string, HardwareKind | undefined>;

/** Checks a rule as somebody wrote it, and brings texts that are numbers to their form. */
export function checkFault(given: Readonly<Record<string, unknown>>, peers: KnownPeers): FaultVerdict {
  const kind = findFaultKind(given["kind"]);
  if (!kind) {
    const names = faultKinds.map(({ name }) => name).join(", ");
    return wrong("kind", `${shown(given["kind"])} is not a kind of fault; one of: ${names}`);
  }
  const members = membersOf(kind);
  const rule: Record<string, string | number | boolean> = { kind: kind.name };
  for (const [name, value] of Object.entries(given)) {
    if (name === "kind" || value === undefined) continue;
    const schema = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!schema) return wrong(name, `not known to ${kind.name}; it takes: ${Object.keys(members).join(", ")}`);
    const converted = Value.Convert(schema, value);
    if (!Value.Check(schema, converted))
      return wrong(name, `${shown(value)} is not allowed; wanted: ${describe(schema)}`);
    rule[name] = converted as string | number | boolean;
  }
  for (const [name, schema] of Object.entries(members)) {
    if (!IsOptional(schema) && rule[name] === undefined) {
      return wrong(name, `${kind.name} needs it; wanted: ${describe(schema)}`);
    }
  }
  const mistake =
    mistakeIn(rule as unknown as FaultRule, [...peers.keys()]) ?? wrongHardware(kind, String(rule["peer"]), peers);
  return mistake ?? { ok: true, rule: rule as unknown as FaultRule, kind };
}

/** What is wrong with members that are each right. */
function mistakeIn(rule: FaultRule, peers: readonly string[]): FaultVerdict | undefined {
  for (const member of ["peer", "other"] as const) {
    const name = rule[member];
    if (name !== undefined && !peers.includes(name)) {
      return wrong(member, `${shown(name)} is not a peer of this lab; there are: ${peers.join(", ") || "none"}`);
    }
  }
  if (rule.other !== undefined && rule.other === rule.peer)
    return wrong("other", `${shown(rule.other)} is peer as well`);
  for (const member of ["other", "direction"] as const) {
    if (rule[member] !== undefined && rule.peer === undefined)
      return wrong(member, "there is no peer that it refers to");
  }
  const from = rule.from === undefined ? 0 : parseDuration(rule.from);
  if (rule.until !== undefined && parseDuration(rule.until) <= from) {
    return wrong("until", `${shown(rule.until)} is not later than from, ${rule.from ?? "now"}`);
  }
  return undefined;
}

/** A kind that is for appliances, and a peer that is none. */
function wrongHardware({ name, hardware }: FaultKind, peer: string, peers: KnownPeers): FaultVerdict | undefined {
  const is = peers.get(peer);
  if (hardware === undefined || is === undefined || is === hardware) return undefined;
  const allowed = [...peers].filter(([, other]) => other === hardware).map(([other]) => other);
  return wrong(
    "peer",
    `${shown(peer)} has hardware ${is}; ${name} wants ${hardware}, which these have: ${allowed.join(", ") || "none"}`,
  );
}

const wrong = (member: string, reason: string): FaultVerdict => ({ ok: false, member, reason });

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

const describe = (schema: object): string => (schema as { description?: string }).description ?? "";
