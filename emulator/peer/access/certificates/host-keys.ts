import ssh2 from "ssh2";
import type { Store } from "../../../store/store.ts";

/**
 * The private keys by which SSH clients know this peer again, in OpenSSH's own format. Made when they are first needed
 * and kept: a client that remembers a host warns of a change. The product of 2013 had RSA keys; clients of today refuse
 * the signatures that went with them.
 */
export function hostKeys(store: Store): readonly string[] {
  const kept = store.state.get("ssh host keys");
  if (kept?.every(isReadable)) return kept;
  const made = [
    readableKey(() => ssh2.utils.generateKeyPairSync("ed25519").private),
    readableKey(() => ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 }).private),
  ];
  store.state.put("ssh host keys", made);
  return made;
}

/** About one Ed25519 key in two hundred comes out of ssh2 1.17 in a form that it cannot read itself. */
function readableKey(make: () => string): string {
  let key: string;
  do key = make();
  while (!isReadable(key));
  return key;
}

const isReadable = (key: string): boolean => !(ssh2.utils.parseKey(key) instanceof Error);
