import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Accounts } from "../../../../../emulator/peer/access/accounts/accounts.ts";
import { administratorItem, guardAdministrators } from "../../../../../emulator/peer/access/accounts/administrators.ts";
import { Configuration } from "../../../../../emulator/peer/configuration/configuration.ts";
import { guardRows } from "../../../../../emulator/peer/configuration/unique-names.ts";
import { Facts } from "../../../../../emulator/peer/core/facts.ts";
import { EventLog } from "../../../../../emulator/peer/reporting/logging/event-log.ts";
import { setDefaultValues } from "../../../../../emulator/peer/maintenance/default-values.ts";
import { IN_MEMORY, Store } from "../../../../../emulator/store/store.ts";
import { MemoryLog } from "../../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../../emulator/world/world.ts";

const ADMIN = { user: "admin" };

let store: Store;
let configuration: Configuration;
let log: EventLog;
let accounts: Accounts;

beforeEach(async () => {
  store = Store.open(IN_MEMORY);
  accounts = await start();
});

afterEach(() => store.close());

async function start(): Promise<Accounts> {
  const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  log = new EventLog(store, world.clock, () => "expe1");
  configuration = new Configuration(store, new Facts(), log);
  guardRows(configuration);
  guardAdministrators(configuration, world.random);
  const directory = { find: () => Promise.resolve(undefined) };
  const started = new Accounts({ rows: store.accounts, configuration, random: world.random, log, directory });
  await started.start();
  return started;
}

const eve = { Name: "eve", Password: "first" };

describe("the built-in accounts", () => {
  it("have the shipped password until it is changed, and only its hash is kept", async () => {
    expect(await accounts.authenticate("admin", "TANDBERG", "web")).toMatchObject({
      name: "admin",
      access: "ReadWrite",
    });
    expect(await accounts.authenticate("admin", "tandberg", "web")).toBeUndefined();
    expect(await accounts.authenticate("nobody", "TANDBERG", "web")).toBeUndefined();
    expect(await accounts.setPassword("admin", "new one", ADMIN)).toEqual({ ok: true });
    expect(log.newest(1)[0]).toContain(
      `Detail="configuration/administration/account/admin/password - changed from: '****' to: '****'" User="admin"`,
    );
    expect(await accounts.authenticate("admin", "TANDBERG", "web")).toBeUndefined();
    expect(await accounts.authenticate("admin", "new one", "web")).toBeDefined();
    const again = await start();
    expect(await again.authenticate("admin", "new one", "shell")).toBeDefined();
    expect(store.accounts.get("admin")?.passwordHash).toMatch(/^scrypt\$/);
    expect(store.accounts.get("admin")?.passwordHash).not.toContain("new one");
  });

  it("are told apart by the ways that they may come in", async () => {
    const ways = ["web", "api", "shell"] as const;
    for (const [name, expected] of [
      ["admin", ways],
      ["root", ["shell"]],
    ] as const) {
      for (const way of ways)
        expect([name, way, (await accounts.authenticate(name, "TANDBERG", way)) !== undefined]).toEqual([
          name,
          way,
          (expected as readonly string[]).includes(way),
        ]);
    }
  });

  it("cannot be deleted, changed or made again", () => {
    for (const name of ["admin", "root"]) {
      const cannot = `the account "${name}" cannot be deleted`;
      expect(accounts.remove([name], { user: "somebody" })).toEqual({ ok: false, reason: cannot });
      expect(accounts.change(name, { Enabled: "Off" }, ADMIN)).toMatchObject({ ok: false });
      const taken = `the name "${name}" is that of a built-in account`;
      expect(accounts.add({ ...eve, Name: name }, ADMIN)).toEqual({ ok: false, reason: taken, item: "Name" });
    }
  });
});

describe("administrators", () => {
  beforeEach(() => expect(accounts.add(eve, ADMIN)).toEqual({ ok: true }));

  it("come in by pages and API, not by the shell", async () => {
    expect(await accounts.authenticate("eve", "first", "web")).toMatchObject({ name: "eve", access: "ReadWrite" });
    expect(await accounts.authenticate("eve", "first", "api")).toBeDefined();
    expect(await accounts.authenticate("eve", "first", "shell")).toBeUndefined();
    expect(await accounts.authenticate("eve", "second", "web")).toBeUndefined();
    expect(await accounts.authenticate("Eve", "first", "web")).toBeUndefined();
  });

  it.each([
    ["Enabled", ["web", "api"]],
    ["AccessWeb", ["web"]],
    ["AccessAPI", ["api"]],
  ] as const)("are kept out by %s Off from %s", async (item, closed) => {
    expect(accounts.change("eve", { [item]: "Off" }, ADMIN)).toEqual({ ok: true });
    for (const way of ["web", "api"] as const)
      expect([way, (await accounts.authenticate("eve", "first", way)) === undefined]).toEqual([
        way,
        (closed as readonly string[]).includes(way),
      ]);
  });

  it("have their password kept as a hash wherever it is set", async () => {
    const item = administratorItem(1, "Password");
    const first = configuration.get(item);
    expect(first).toMatch(/^scrypt\$/);
    expect(await accounts.setPassword("eve", "second", ADMIN)).toEqual({ ok: true });
    expect(await accounts.authenticate("eve", "second", "web")).toBeDefined();
    expect(configuration.set([{ path: item, value: "third" }], ADMIN)).toEqual({ ok: true });
    expect(await accounts.authenticate("eve", "third", "web")).toBeDefined();
    expect(await accounts.authenticate("eve", "second", "web")).toBeUndefined();
    // A hash is no password, and giving it as one does not make it count as a hash.
    configuration.set([{ path: item, value: first }], ADMIN);
    expect(await accounts.authenticate("eve", "first", "web")).toBeUndefined();
    expect(log.newest(100).join("\n")).not.toMatch(/scrypt|first|second|third/);
  });

  it("have names that tell them apart", () => {
    const taken = `there is an account with the name "eve" already`;
    expect(accounts.add(eve, ADMIN)).toEqual({ ok: false, reason: taken, item: "Name" });
    accounts.add({ ...eve, Name: "mallory" }, ADMIN);
    expect(accounts.change("mallory", { Name: "eve" }, ADMIN)).toEqual({ ok: false, reason: taken, item: "Name" });
    for (const Name of ["", "  "]) expect(accounts.add({ ...eve, Name }, ADMIN)).toMatchObject({ item: "Name" });
    const long = accounts.add({ ...eve, Name: "x".repeat(129) }, ADMIN);
    expect(long).toMatchObject({ ok: false, reason: expect.stringContaining("0 to 128 characters") });
    expect(accounts.administrators().map(({ name }) => name)).toEqual(["admin", "eve", "mallory"]);
  });

  it("are deleted, all or none, and nobody deletes themselves", () => {
    accounts.add({ ...eve, Name: "mallory" }, ADMIN);
    expect(accounts.remove(["mallory", "nobody"], ADMIN)).toMatchObject({ ok: false });
    expect(accounts.remove(["mallory", "eve"], { user: "eve" })).toEqual({
      ok: false,
      reason: `"eve" is your own account: you cannot delete it`,
    });
    expect(accounts.administrators()).toHaveLength(3);
    expect(accounts.remove(["mallory", "eve"], ADMIN)).toEqual({ ok: true });
    expect(accounts.administrators().map(({ name }) => name)).toEqual(["admin"]);
  });

  it("G4.7 stay when default values are set, so that they have to be deleted by hand", () => {
    setDefaultValues(configuration, 3, ADMIN);
    expect(accounts.find("eve")).toBeDefined();
  });

  it("have no password that breaks the rules, not even a blank one", async () => {
    expect(await accounts.setPassword("eve", "", ADMIN)).toMatchObject({ reason: "the password is blank" });
    configuration.set([{ path: "Authentication StrictPassword Enabled", value: "On" }], ADMIN);
    for (const name of ["eve", "admin"])
      expect(await accounts.setPassword(name, "short", ADMIN)).toEqual({
        ok: false,
        item: "Password",
        reason: "the password needs at least 15 characters, it has 5",
      });
    expect(accounts.add({ Name: "mallory", Password: "short" }, ADMIN)).toMatchObject({ ok: false });
    expect(await accounts.setPassword("eve", "Xq7!Wm2?Rz9sKvap", ADMIN)).toEqual({ ok: true });
  });
});
