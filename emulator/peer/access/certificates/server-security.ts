import { readCertificate } from "../../../../protocol/x509/certificate.ts";
import type { RevocationList } from "../../../../protocol/x509/revocation-list.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { SecureOptions } from "../../../world/secure-connection.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { whyMalformed } from "./pem-file.ts";
import { flawOfRevocation, type RevocationCheck } from "./revocation.ts";
import { listsOf } from "./trusted-list.ts";

/** How far revocation lists are asked, in the words of the configuration. */
export type RevocationScope = "None" | "Peer" | "All";

interface Options {
  readonly store: Pick<Store, "state">;
  readonly clock: Pick<Clock, "now">;
  readonly configuration: Configuration;
}

/**
 * How the peer judges the certificates of servers that it speaks TLS to: by its CA certificates, and by revocation lists as
 * Administrator Guide, "CRL sources", says which count where. Lists are judged by the peer's clock; validity by the machine's date.
 */
export class ServerSecurity {
  constructor(private readonly options: Options) {}

  /** The CA certificates that the peer trusts, PEM; blank when there are none. */
  get trusted(): string {
    return this.options.store.state.get("certificate files")?.trusted ?? "";
  }

  /** The directory of administrators: lists within the file of CA certificates alone count, and one has to be there. */
  ofDirectory(name: string, scope: RevocationScope): SecureOptions {
    return this.#secured(name, scope, () => listsOf(this.trusted), "Fail");
  }

  /** A syslog server. That On asks for the whole chain, and wants a list of each issuer, is assumed. */
  ofSyslog(name: string, checked: boolean): SecureOptions {
    return this.#secured(name, checked ? "All" : "None", () => this.lists(), "Fail");
  }

  /**
   * A management server, or one that serves revocation lists: not judged at all where `ExternalManager Server Certificate
   * Verification Mode` is Off. That the mode holds for servers that feedback is posted to as well, and that lists that are there
   * count without being asked for, is assumed: no source tells.
   */
  ofManager(name: string): SecureOptions {
    const verified = this.options.configuration.isOn("ExternalManager Server Certificate Verification Mode");
    return verified ? this.ofListServer(name) : { name, trusted: undefined };
  }

  /** A server that revocation lists are fetched from: "must itself have a valid certificate". */
  ofListServer(name: string): SecureOptions {
    return this.#secured(name, "Peer", () => this.lists(), "Ignore");
  }

  /** Every list of the peer. Those that were fetched count in place of those that were uploaded. */
  lists(): readonly RevocationList[] {
    const { manual = "", fetched = [] } = this.options.store.state.get("revocation lists") ?? {};
    const automatic = this.options.store.state.get("revocation updates")?.automatic === true;
    const loaded = automatic && fetched.length > 0 ? fetched.map(({ pem }) => pem).join("") : manual;
    return [...listsOf(loaded), ...listsOf(this.trusted)];
  }

  #secured(
    name: string,
    scope: RevocationScope,
    lists: () => readonly RevocationList[],
    withoutList: RevocationCheck["withoutList"],
  ): SecureOptions {
    const { trusted } = this;
    if (scope === "None") return { name, trusted };
    return {
      name,
      trusted,
      refusal: (chain) => refusalOf(chain, { lists: lists(), scope, withoutList, now: this.options.clock.now() }),
    };
  }
}

function refusalOf(chain: readonly Uint8Array[], check: RevocationCheck): string | undefined {
  try {
    return flawOfRevocation(chain.map(readCertificate), check);
  } catch (error) {
    return `its revocation cannot be judged: ${whyMalformed(error)}`;
  }
}
