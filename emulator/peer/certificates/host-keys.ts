import ssh2 from "ssh2";
import type { Store } from "../../store/store.ts";

/**
 * The private keys by which SSH clients know this peer again, in OpenSSH's own format. Made when they are first needed
 * and kept: a client that remembers a host warns of a change. The product of 2013 had RSA keys; clients of today refuse
 * the signatures that went with them.
 */
export function hostKeys(store: Store): readonly string[] {
  const kept = store.state.get("ssh host keys");
  if (kept) return kept;
  const made = [
    ssh2.utils.generateKeyPairSync("ed25519").private,
    ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 }).private,
  ];
  store.state.put("ssh host keys", made);
  return made;
}
