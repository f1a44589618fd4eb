import ssh2 from "ssh2";
import { expect, it } from "vitest";
import { hostKeys } from "../../../../../emulator/peer/access/certificates/host-keys.ts";
import { IN_MEMORY, Store } from "../../../../../emulator/store/store.ts";

it("host keys can be read, are kept, and are made anew when what was kept cannot be read", () => {
  const store = Store.open(IN_MEMORY);
  for (let count = 0; count < 300; count++) {
    store.state.remove("ssh host keys");
    for (const key of hostKeys(store)) expect(ssh2.utils.parseKey(key)).not.toBeInstanceOf(Error);
  }
  const kept = hostKeys(store);
  expect(hostKeys(store)).toEqual(kept);
  store.state.put("ssh host keys", [
    "-----BEGIN OPENSSH PRIVATE KEY-----\nnonsense\n-----END OPENSSH PRIVATE KEY-----",
  ]);
  expect(hostKeys(store)).toHaveLength(2);
  store.close();
});
