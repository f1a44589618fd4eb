import { afterEach, describe, expect, test } from "vitest";
import { products } from "../../../../../emulator/peer/core/identity.ts";
import { expectWarning } from "./expect-warning.ts";
import { type Values, WarnedPeer } from "./warned-peer.ts";

/** All that a connection to the Active Directory Service needs. */
const READY: Values = {
  "IP DNS Hostname": "expe1",
  "NTP Server 1 Address": "192.0.2.123",
  "DNS Server 1 Address": "192.0.2.53",
  "Authentication ADS ADDomain": "example.com",
  "Authentication ADS Workgroup": "EXAMPLE",
};

const ON: Values = { "Authentication ADS Mode": "On" };
const OFF: Values = { "Authentication ADS Mode": "Off" };

let peer: WarnedPeer;
afterEach(() => peer.stop());

describe.each(products)("a connection to the Active Directory Service on %s", (product) => {
  test("raises nothing that has all it needs", async () => {
    peer = await WarnedPeer.start({ product }, READY);
    peer.set(ON);
    expect(peer.warnings()).toEqual([]);
  });

  test.each([
    [
      35001,
      { "IP DNS Hostname": "" },
      [{ "IP DNS Hostname": "expe1" }],
      "Configuration warning: Active Directory mode has been enabled but the DNS hostname has not been configured",
      "System host name is blank",
    ],
    [
      35002,
      { "NTP Server 1 Address": "", "NTP Server 5 Address": "" },
      [{ "NTP Server 1 Address": "192.0.2.123" }, { "NTP Server 5 Address": "192.0.2.123" }],
      "Configuration warning: Active Directory mode has been enabled but the NTP server has not been configured",
      "no NTP server is configured",
    ],
    [
      35003,
      { "DNS Server 1 Address": "", "DNS Server 5 Address": "", "DNS PerDomainServer 2 Address": "" },
      [
        { "DNS Server 1 Address": "192.0.2.53" },
        { "DNS Server 5 Address": "192.0.2.53" },
        { "DNS PerDomainServer 2 Address": "192.0.2.53" },
      ],
      "Configuration warning: Active Directory mode has been enabled but no DNS servers have been configured",
      "no DNS server is configured",
    ],
    [
      35005,
      { "Authentication ADS ADDomain": "" },
      [{ "Authentication ADS ADDomain": "example.com" }],
      "Configuration warning: Active Directory mode has been enabled but a domain has not been configured",
      "AD domain is blank",
    ],
    [
      35007,
      { "Authentication ADS SPNEGO": "Disabled" },
      [{ "Authentication ADS SPNEGO": "Enabled" }],
      "Configuration warning: Active Directory SPNEGO disabled; you are recommended to enable the SPNEGO setting",
      "SPNEGO is Disabled",
    ],
    [
      35008,
      { "Authentication ADS Workgroup": "" },
      [{ "Authentication ADS Workgroup": "EXAMPLE" }],
      "Configuration warning: Active Directory mode has been enabled but a workgroup has not been configured",
      "Short domain name is blank",
    ],
    [
      40020,
      { "Authentication ADS Encryption": "Off" },
      [{ "Authentication ADS Encryption": "TLS" }],
      "Security alert: The connection to the Active Directory Service is not using TLS encryption",
      "Encryption of the connection is Off",
    ],
    [
      40022,
      { "Authentication ADS SecureChannel": "Disabled" },
      [{ "Authentication ADS SecureChannel": "Auto" }, { "Authentication ADS SecureChannel": "Enabled" }],
      "Security alert: Active Directory secure channel disabled; you are recommended to enable the secure channel setting",
      "Secure channel mode is Disabled",
    ],
  ] as const)("raises %i for what is amiss, while it is On", async (alarm, amiss, mended, text, fact) => {
    peer = await WarnedPeer.start({ product }, READY);
    peer.set({ ...OFF, ...amiss });
    const facts = ["Connect to Active Directory Service is On", fact];
    expectWarning(peer, { alarm, cause: { ...ON, ...amiss }, text, facts, cures: [...mended, OFF] });
  });
});
