import { expect } from "vitest";
import type { OpensslAuthority } from "../interop/authority.ts";
import { run } from "../interop/program.ts";
import { expectAfterRefresh, type Operator } from "./operator.ts";

/* Steps of the cluster guide that several of its procedures have, as an operator does them. */

/** What all peers of a cluster have in common on their Clustering pages. */
export interface ClusterSettings {
  readonly name: string;
  readonly preSharedKey: string;
  /** The number of the configuration primary. */
  readonly primary: number;
  /** From the first field. */
  readonly addresses: readonly string[];
}

/** "Using the web interface, review the configuration": system name, DNS and NTP servers. */
export async function setUpNetwork(operator: Operator, host: string, domain: string, servers: string): Promise<void> {
  await operator.open("System", "Administration");
  await operator.enter({ "System name": host });
  await operator.save();
  await operator.open("System", "DNS");
  await operator.enter({ "System host name": host, "Domain name": domain });
  await operator.enter({ "Address 1": servers }, "Default DNS servers");
  await operator.save();
  await operator.open("System", "Time");
  await operator.enter({ "NTP server 1": servers });
  await operator.save();
  await expectAfterRefresh(operator, () => operator.status("State")).toBe("Synchronized");
}

/** "Go to System > Clustering and configure the fields as follows." */
export async function enterClusterSettings(operator: Operator, settings: ClusterSettings): Promise<void> {
  await operator.open("System", "Clustering");
  await operator.enter({
    "Cluster name": settings.name,
    "Configuration primary": String(settings.primary),
    "Cluster pre-shared key": settings.preSharedKey,
  });
  for (const [at, address] of settings.addresses.entries())
    await operator.enter({ [`Peer ${at + 1} IP address`]: address });
  await operator.save();
}

/** "Enable maintenance mode." */
export async function enableMaintenanceMode(operator: Operator): Promise<void> {
  await operator.open("Maintenance", "Maintenance mode");
  await operator.enter({ "Maintenance mode": "On" });
  await operator.saveAndConfirm();
}

/**
 * "Ensure that the added peer is configured with the required trusted CA certificate and an appropriate server certificate":
 * one for a request that the peer itself makes.
 */
export async function installCertificates(
  operator: Operator,
  host: string,
  authority: OpensslAuthority,
): Promise<void> {
  await operator.open("Maintenance", "Security certificates", "Trusted CA certificate");
  await operator.choose("Select the file containing trusted CA certificates", authority.path("ca.pem"));
  await operator.press("Append CA certificate");
  expect(await operator.bar()).toBe("Success: 1 CA certificate added");
  await operator.open("Maintenance", "Security certificates", "Server certificate");
  await operator.follow("Generate CSR");
  expect(await operator.valueOf("Common name")).toBe(host);
  await operator.press("Generate CSR");
  const { content } = await operator.download("Download");
  await authority.sign(host, content.toString());
  await operator.choose("Select the server certificate file", authority.path(`${host}.pem`));
  await operator.press("Upload server certificate data");
  expect(await operator.bar()).toMatch(/^Success: Server certificate uploaded/);
}

/** The subject of the certificate that a peer shows to whoever connects, where the authority has signed it. */
export async function trustedSubject({ peer }: Operator, authority: OpensslAuthority): Promise<string | undefined> {
  const server = `${peer.address}:${peer.ports.https}`;
  const args = ["s_client", "-connect", server, "-CAfile", authority.path("ca.pem"), "-verify_return_error"];
  const { stdout, code } = await run("openssl", args);
  return code === 0 ? /^subject=(.*)$/m.exec(stdout)?.[1] : undefined;
}
