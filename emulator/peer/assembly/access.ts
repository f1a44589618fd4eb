import { Accounts } from "../access/accounts/accounts.ts";
import { ActiveSessions } from "../access/accounts/active-sessions.ts";
import { hostKeys } from "../access/certificates/host-keys.ts";
import { type OwnCertificates, ownCertificates } from "../access/certificates/own-certificates.ts";
import { Directory } from "../access/directory/directory.ts";
import { Firewall } from "../access/firewall/firewall.ts";
import { LoginImage } from "../access/login-page/login-image.ts";
import { Protection } from "../access/protection/protection.ts";
import type { Foundation } from "./foundation.ts";
import type { LateParts } from "./late-parts.ts";
import type { NetworkShown } from "./network.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of who may come in, and how. */
export interface AccessShown extends OwnCertificates {
  readonly accounts: Accounts;
  readonly directory: Directory;
  readonly sessions: ActiveSessions;
  /** SSH host keys, OpenSSH private key texts. */
  readonly hostKeys: readonly string[];
  readonly loginImage: LoginImage;
  readonly protection: Protection;
  readonly firewall: Firewall;
}

/** Builds what stands between a peer and whoever wants to come in. */
export function buildAccess(foundation: Foundation, { resolver }: NetworkShown, late: LateParts): Wing<AccessShown> {
  const { clock, random, store, configuration, log, hostName, hasSurfaces } = foundation;
  const subject = (): string => [hostName(), configuration.get("IP DNS Domain Name")].filter(Boolean).join(".");
  const around = { ...foundation, resolver, address: foundation.ownAddress, subject };
  const certificates = ownCertificates(around);
  const firewall = new Firewall({ ...around, isLicensed: () => late.get().licensing.options.has("L") });
  const protection = new Protection(around);
  const directory = new Directory(around);
  const accounts = new Accounts({ rows: store.accounts, configuration, random, log, directory });
  const sessions = new ActiveSessions(configuration, clock, random);
  return {
    parts: [
      firewall,
      certificates.revocation,
      protection,
      ...(hasSurfaces ? [accounts, certificates.certificates, directory] : []),
    ],
    shown: {
      ...certificates,
      accounts,
      directory,
      sessions,
      hostKeys: hasSurfaces ? hostKeys(store) : [],
      loginImage: new LoginImage(store),
      protection,
      firewall,
    },
  };
}
