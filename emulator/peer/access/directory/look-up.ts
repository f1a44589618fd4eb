import type { LdapEntry } from "../../../../protocol/ldap/responses.ts";
import { ldapResult } from "../../../../protocol/ldap/result-codes.ts";
import { codeFailure, failureReasons, DirectoryFailure } from "./failure-reasons.ts";
import { bindAsPeer, type DirectorySession } from "./open-session.ts";
import type { DirectorySettings } from "./settings.ts";

/** Somebody whom the directory knows. */
export interface Member {
  /** As the directory writes it. */
  readonly name: string;
  /** The names of all groups that they are in, those within groups included. */
  readonly groups: readonly string[];
}

/** What the name of an account is called: by Active Directory, the product's only directory, and by others. */
const NAME_ATTRIBUTES = ["sAMAccountName", "uid"] as const;

/** What a group calls those who are in it, likewise. */
const MEMBER_ATTRIBUTES = ["member", "uniqueMember"] as const;

const MOST_GROUPS = 1000;

/** How many members are asked for in one search. */
const MEMBERS_AT_ONCE = 50;

/**
 * Whose name and password these are; undefined when they are nobody's. Administrator Guide, "Configuring remote account
 * authentication using LDAP"; the steps are the twin's own.
 * @throws DirectoryFailure when the directory does not answer, or knows no such places as are configured
 */
export async function lookUp(
  session: DirectorySession,
  settings: DirectorySettings,
  name: string,
  password: string,
): Promise<Member | undefined> {
  // A server takes a bind without a password for one of nobody, and agrees.
  if (name === "" || password === "") return undefined;
  const person = await findPerson(session, settings, name);
  if (!person) return undefined;
  const username = nameOf(person) ?? name;
  const code = await session.bind({ dn: person.dn, username, password });
  if (code !== ldapResult.success) return undefined;
  await bindAsPeer(session, settings);
  return { name: username, groups: await groupsOf(session, settings, person.dn) };
}

/** @throws DirectoryFailure when there is no place where accounts are to be searched */
export async function checkAccountsBase(session: DirectorySession, { accountsBase }: DirectorySettings): Promise<void> {
  const { code } = await session.ldap.ask({
    kind: "search",
    base: accountsBase,
    scope: "base",
    attributes: ["objectClass"],
    mostEntries: 1,
  });
  refuseBase(code);
}

/** The one account of a name; undefined also where several have it. */
async function findPerson(
  session: DirectorySession,
  { accountsBase }: DirectorySettings,
  name: string,
): Promise<LdapEntry | undefined> {
  const { code, entries } = await session.ldap.ask({
    kind: "search",
    base: accountsBase,
    scope: "sub",
    anyOf: NAME_ATTRIBUTES.map((attribute) => ({ attribute, value: name })),
    attributes: NAME_ATTRIBUTES,
    mostEntries: 2,
  });
  refuseBase(code);
  return entries.length === 1 ? entries[0] : undefined;
}

/** Asks for the groups of an account, for the groups of those, and so on as deep as is configured. */
async function groupsOf(
  session: DirectorySession,
  { groupsBase, nestedDepth }: DirectorySettings,
  dn: string,
): Promise<readonly string[]> {
  const groups = new Map<string, LdapEntry>();
  let members: readonly string[] = [dn];
  for (let depth = 0; depth < nestedDepth && members.length > 0; depth++) {
    const found = await groupsWith(session, groupsBase, members);
    const fresh = found.filter((group) => !groups.has(group.dn.toLowerCase()));
    for (const group of fresh) groups.set(group.dn.toLowerCase(), group);
    members = fresh.map((group) => group.dn);
  }
  return [...groups.values()].flatMap(({ attributes }) => attributes["cn"] ?? []);
}

async function groupsWith(
  session: DirectorySession,
  base: string,
  members: readonly string[],
): Promise<readonly LdapEntry[]> {
  const found: LdapEntry[] = [];
  for (let first = 0; first < members.length; first += MEMBERS_AT_ONCE) {
    const { code, entries } = await session.ldap.ask({
      kind: "search",
      base,
      scope: "sub",
      anyOf: members
        .slice(first, first + MEMBERS_AT_ONCE)
        .flatMap((value) => MEMBER_ATTRIBUTES.map((attribute) => ({ attribute, value }))),
      attributes: ["cn"],
      mostEntries: MOST_GROUPS,
    });
    if (code !== ldapResult.success && code !== ldapResult.sizeLimitExceeded) throw codeFailure(code);
    found.push(...entries);
  }
  return found;
}

const nameOf = ({ attributes }: LdapEntry): string | undefined =>
  NAME_ATTRIBUTES.flatMap((attribute) => attributes[attribute.toLowerCase()] ?? [])[0];

function refuseBase(code: number): void {
  if (code === ldapResult.success || code === ldapResult.sizeLimitExceeded) return;
  if (code === ldapResult.noSuchObject || code === ldapResult.invalidDnSyntax)
    throw new DirectoryFailure(failureReasons.accountsBase);
  throw codeFailure(code);
}
