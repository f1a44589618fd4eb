import type { PeerWorld } from "../../../world/peer-world.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import { Certificates, type CertificatesOptions } from "./certificates.ts";
import { ClientCertificates } from "./client-certificate.ts";
import { RevocationLists } from "./revocation-lists.ts";
import type { ServerSecurity } from "./server-security.ts";

interface Options extends CertificatesOptions {
  readonly world: PeerWorld;
  readonly resolver: Resolver;
  readonly security: ServerSecurity;
}

/** Everything that Maintenance > Security certificates is about. */
export interface OwnCertificates {
  readonly certificates: Certificates;
  readonly clientCertificates: ClientCertificates;
  readonly revocation: RevocationLists;
}

/** Makes what keeps and judges the certificates of a peer. */
export function ownCertificates(options: Options): OwnCertificates {
  const { clock, network } = options.world;
  return {
    certificates: new Certificates(options),
    clientCertificates: new ClientCertificates({ ...options, clock }),
    revocation: new RevocationLists({ ...options, clock, network, ownAddress: options.address }),
  };
}
