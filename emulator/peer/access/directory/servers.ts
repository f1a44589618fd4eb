import type { Answer } from "dns-packet";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import { pending, type Waits } from "./pending.ts";
import type { DirectorySettings } from "./settings.ts";

/** A server of the directory: where it is, and the name that its certificate has to be for. */
export interface DirectoryServer extends Endpoint {
  readonly name: string;
}

/** Who looks up names. */
interface Names {
  readonly world: Waits;
  readonly resolver: Resolver;
}

/**
 * The servers that the settings lead to, in the order to try them; none when no name resolves. Administrator Guide, "LDAP
 * configuration": with SRV record the address is a domain. That its record is `_ldap._tcp`, and tells the port as well, is assumed.
 */
export async function findServers(names: Names, settings: DirectorySettings): Promise<readonly DirectoryServer[]> {
  const { server, port, resolvedBy } = settings;
  const targets = resolvedBy === "service record" ? await targetsOf(names, server) : [{ name: server, port }];
  const found = await Promise.all(
    targets.map(async (target) => {
      const address = await addressOf(names, target.name);
      return address === undefined ? [] : [{ ...target, address }];
    }),
  );
  return found.flat();
}

const addressOf = ({ world, resolver }: Names, name: string): Promise<string | undefined> =>
  pending(world, (done) => resolver.address(name, done));

async function targetsOf(
  { world, resolver }: Names,
  domain: string,
): Promise<readonly Omit<DirectoryServer, "address">[]> {
  const answers = await pending<readonly Answer[] | undefined>(world, (done) =>
    resolver.lookUp(`_ldap._tcp.${domain}`, "SRV", done),
  );
  return (answers ?? [])
    .flatMap((answer) => (answer.type === "SRV" ? [answer.data] : []))
    .toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || (b.weight ?? 0) - (a.weight ?? 0))
    .map(({ target, port }) => ({ name: target, port }));
}
