import { formPage } from "../../form/form-page.tsx";
import type { OptionWords } from "../../form/option-words.ts";
import type { Visit } from "../../visit.ts";

const sourceWords: OptionWords = { LocalOnly: "Local only", RemoteOnly: "Remote only" };

const resolutionWords: OptionWords = { AddressRecord: "Address record", SRVRecord: "SRV record" };

/** The product's field "IP address" is no value of the item: an address is its own record. */
const resolvedBy = {
  item: "Login Remote LDAP Server FQDNResolution",
  words: resolutionWords,
} as const;

/** Users > LDAP configuration (Administrator Guide, "Configuring remote account authentication using LDAP"). */
export const ldapConfiguration = formPage({
  sections: [
    { title: "Remote account authentication", fields: [{ item: "Login Source Admin", words: sourceWords }] },
    {
      title: "LDAP server configuration",
      fields: [
        resolvedBy,
        { item: "Login Remote LDAP Server Address" },
        { item: "Login Remote LDAP Server Port" },
        { item: "Login Remote LDAP Encryption" },
        { item: "Login Remote LDAP CRLCheck" },
      ],
    },
    {
      title: "Authentication configuration",
      fields: [
        { item: "Login Remote LDAP VCS BindDN" },
        { item: "Login Remote LDAP VCS BindPassword" },
        { item: "Login Remote LDAP SASL" },
        { item: "Login Remote LDAP VCS BindUsername" },
      ],
    },
    {
      title: "Directory configuration",
      fields: [{ item: "Login Remote LDAP BaseDN Accounts" }, { item: "Login Remote LDAP BaseDN Groups" }],
    },
  ],
  status: (visit) => <DirectoryStatus visit={visit} />,
});

function DirectoryStatus({ visit: { device } }: { readonly visit: Visit }) {
  const { used, found } = device.directory;
  if (!used) return null;
  const server = found.server && `${found.server.address}:${found.server.port}`;
  return (
    <section class="status">
      <h2>LDAP server connection status</h2>
      <dl>
        <dt>State</dt>
        <StateWord found={found} />
        {server !== undefined && <dt>Server</dt>}
        {server !== undefined && <dd>{server}</dd>}
      </dl>
    </section>
  );
}

function StateWord({ found }: { readonly found: Visit["device"]["directory"]["found"] }) {
  switch (found.state) {
    case "Active":
      return <dd class="good">Available</dd>;
    case "Initializing":
      return <dd>Checking</dd>;
    case "Failed":
      return <dd class="bad">Failed: {found.cause}</dd>;
  }
}
