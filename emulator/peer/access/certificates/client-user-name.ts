import { createContext, Script } from "node:vm";

/** What a user name is taken from a certificate by: Certificate-based authentication configuration. */
export interface UserNamePattern {
  /** `/…(?<group>…)…/m`, without the slashes as well. */
  readonly regex: string;
  /** `#group#` stands for what the group has matched. */
  readonly format: string;
}

export type UserNameVerdict =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string };

/** An operator's expression may take forever; the peer has other things to do. */
const LONGEST_MATCH_MS = 1000;

const sandbox = createContext({ expression: "", flags: "", certificate: "" });
const matching = new Script("({ ...new RegExp(expression, flags).exec(certificate)?.groups })");

/** @param certificate as it is decoded, `Subject: O=Example, CN=name` among its lines */
export function userNameOf(certificate: string, { regex, format }: UserNamePattern): UserNameVerdict {
  const [, expression = regex, flags = ""] = /^\/(.*)\/([imsu]*)$/s.exec(regex) ?? [];
  const groups = groupsOf(expression, flags, certificate);
  if (typeof groups === "string") return { ok: false, reason: groups };
  const names = [...format.matchAll(/#(\w+)#/g)].map(([, name = ""]) => name);
  const missing = names.find((name) => groups[name] === undefined);
  if (missing !== undefined)
    return { ok: false, reason: `the regex captures no group "${missing}" from the certificate` };
  const name = format.replaceAll(/#(\w+)#/g, (_, group: string) => firstLine(groups[group] ?? ""));
  return name === "" ? { ok: false, reason: "the user name is blank" } : { ok: true, name };
}

/** The shipped regex takes all but commas, line ends among it; no user name has one. */
const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

function groupsOf(expression: string, flags: string, certificate: string): Record<string, string | undefined> | string {
  Object.assign(sandbox, { expression, flags, certificate });
  try {
    return matching.runInContext(sandbox, { timeout: LONGEST_MATCH_MS }) as Record<string, string | undefined>;
  } catch (error) {
    return `the regex cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
