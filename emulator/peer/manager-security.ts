import type { SecureOptions } from "../world/secure-connection.ts";
import type { Certificates } from "./certificates/certificates.ts";
import type { Configuration } from "./configuration/configuration.ts";

/** How the certificate of a management server of this name is judged. */
export type ManagerSecurity = (name: string) => SecureOptions;

/**
 * By the CA certificates of the peer, or not at all where `ExternalManager Server Certificate Verification Mode` is Off. That
 * the mode holds for servers that feedback is posted to as well is assumed: no source tells of another.
 */
export const managerSecurity =
  (configuration: Configuration, certificates: Pick<Certificates, "trusted">): ManagerSecurity =>
  (name) => {
    const verified = configuration.isOn("ExternalManager Server Certificate Verification Mode");
    return { name, trusted: verified ? certificates.trusted : undefined };
  };
