import { expect, it } from "vitest";
import { Accounts } from "../../../../emulator/peer/accounts/accounts.ts";
import { IN_MEMORY, Store } from "../../../../emulator/store/store.ts";
import { machineRandom } from "../../../../emulator/world/random.ts";

it("admin and root have the shipped password until it is changed, and only its hash is kept", async () => {
  const store = Store.open(IN_MEMORY);
  const accounts = new Accounts(store.accounts, machineRandom);
  await accounts.start();
  expect(await accounts.authenticate("admin", "TANDBERG")).toEqual({ name: "admin", access: "Read-write" });
  expect(await accounts.authenticate("admin", "tandberg")).toBeUndefined();
  expect(await accounts.authenticate("nobody", "TANDBERG")).toBeUndefined();
  await accounts.setPassword("admin", "new one");
  expect(await accounts.authenticate("admin", "TANDBERG")).toBeUndefined();
  expect(await accounts.authenticate("admin", "new one")).toBeDefined();
  expect(await accounts.authenticate("root", "TANDBERG")).toBeDefined();
  const again = new Accounts(store.accounts, machineRandom);
  await again.start();
  expect(await again.authenticate("admin", "new one")).toBeDefined();
  expect(store.accounts.get("admin")?.passwordHash).toMatch(/^scrypt\$/);
  expect(store.accounts.get("admin")?.passwordHash).not.toContain("new one");
  store.close();
});
