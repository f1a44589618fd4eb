import type { Answer } from "dns-packet";
import type { Endpoint } from "../../world/network.ts";
import type { Resolver } from "../names/resolver.ts";
import type { DirectorySettings } from "./settings.ts";

/** A server of the directory: where it is, and the name that its certificate has to be for. */
export interface DirectoryServer extends Endpoint {
  readonly name: string;
}

/**
 * The servers that the settings lead to, in the order to try them; none when no name resolves. Administrator Guide, "LDAP
 * configuration": with SRV record the address is a domain, and its record `_ldap._tcp` tells the port as well.
 */
export async function findServers(
  resolver: Resolver,
  settings: DirectorySettings,
): Promise<readonly DirectoryServer[]> {
  const { server, port, resolvedBy } = settings;
  const targets = resolvedBy === "service record" ? await targetsOf(resolver, server) : [{ name: server, port }];
  const found = await Promise.all(
    targets.map(async (target) => {
      const address = await addressOf(resolver, target.name);
      return address === undefined ? [] : [{ ...target, address }];
    }),
  );
  return found.flat();
}

const addressOf = (resolver: Resolver, name: string): Promise<string | undefined> =>
  new Promise((resolve) => resolver.address(name, resolve));

async function targetsOf(resolver: Resolver, domain: string): Promise<readonly Omit<DirectoryServer, "address">[]> {
  const answers = await new Promise<readonly Answer[] | undefined>((resolve) =>
    resolver.lookUp(`_ldap._tcp.${domain}`, "SRV", resolve),
  );
  return (answers ?? [])
    .flatMap((answer) => (answer.type === "SRV" ? [answer.data] : []))
    .toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || (b.weight ?? 0) - (a.weight ?? 0))
    .map(({ target, port }) => ({ name: target, port }));
}
