import { NetworkTools } from "../network/network-tools/network-tools.ts";
import type { Unimplemented } from "../configuration/commands/unimplemented.ts";
import type { Part } from "../core/part.ts";
import { Resolver, type ResolverOptions } from "../network/dns/resolver.ts";

/** The resolver of a peer and, with it among the parts, the tools that reach hosts by what it finds. */
export function nameServices(options: ResolverOptions & { readonly unimplemented: Unimplemented }): {
  readonly resolver: Resolver;
  readonly names: readonly Part[];
} {
  const resolver = new Resolver(options);
  return { resolver, names: [resolver, new NetworkTools({ ...options, resolver })] };
}
