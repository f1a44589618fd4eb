import { expect, test } from "vitest";
import { passwordMatches } from "../../../../../emulator/peer/access/accounts/password-hash.ts";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const ACCOUNT = "Authentication Account FindMe Account";
const GROUP = "Authentication Account FindMe Group";

const change = (row: number, item: string, value: string) => ({ path: `${ACCOUNT} ${row} ${item}`, value });

const annAndEverybody = [
  change(1, "Name", "ann"),
  change(1, "Password", "s3cret"),
  change(1, "FindMeID", "ann@example.com"),
  { path: `${GROUP} 1 Name`, value: "everybody" },
];

test("G1.1 FindMe accounts and groups of the primary come with the copy, the password as its hash", async () => {
  const cluster = await SimulatedCluster.start({ seed: 21, peers: 2, product: "vcs-expressway" });
  await cluster.advance(minutes(3));
  expect(cluster.device(1).configuration.set(annAndEverybody, OPERATOR)).toEqual({ ok: true });
  await cluster.advance(minutes(3));
  const { configuration } = cluster.device(2);
  expect(configuration.get(`${ACCOUNT} 1 FindMeID`)).toBe("ann@example.com");
  expect(configuration.get(`${GROUP} 1 Name`)).toBe("everybody");
  const stored = configuration.get(`${ACCOUNT} 1 Password`);
  expect(stored).toBe(cluster.device(1).configuration.get(`${ACCOUNT} 1 Password`));
  expect(await passwordMatches("s3cret", stored)).toBe(true);
  expect(await passwordMatches("S3cret", stored)).toBe(false);
  await cluster.stop();
});

test("accounts that are made at once, and those that swap names, are held apart", async () => {
  const cluster = await SimulatedCluster.start({ seed: 22, peers: 1, formed: false, product: "vcs-control" });
  const { configuration } = cluster.device(1);
  const named = [change(1, "Name", "ann"), change(2, "Name", "bob"), change(2, "FindMeID", "x")];
  expect(configuration.set([...named, change(1, "FindMeID", "X")], OPERATOR)).toEqual({
    ok: false,
    path: `${ACCOUNT} 2 FindMeID`,
    reason: `${ACCOUNT} 1 already has the FindMe ID "x"`,
  });
  expect(configuration.set([...named, change(1, "FindMeID", "y")], OPERATOR)).toEqual({ ok: true });
  const swapped = [
    change(1, "Name", "bob"),
    change(2, "Name", "ann"),
    change(1, "FindMeID", "x"),
    change(2, "FindMeID", "y"),
  ];
  expect(configuration.set(swapped, OPERATOR)).toEqual({ ok: true });
  expect(configuration.set([change(1, "Name", "BOB")], OPERATOR)).toEqual({ ok: true });
  expect(configuration.set([change(1, "FindMeID", "bob")], OPERATOR)).toMatchObject({ ok: false });
  await cluster.stop();
});

test("DefaultValuesSet deletes accounts at level 1, and groups with the settings of remote logins at level 2", async () => {
  const cluster = await SimulatedCluster.start({ seed: 23, peers: 1, formed: false, product: "vcs-control" });
  const { configuration } = cluster.device(1);
  configuration.set(annAndEverybody, OPERATOR);
  const left = (): number[] => [ACCOUNT, GROUP].map((list) => configuration.rows.of(list).length);
  const levels: number[][] = [];
  for (const Level of ["1", "2"]) {
    expect(await cluster.command(1, "DefaultValuesSet", { Level })).toMatchObject({ ok: true });
    levels.push(left());
  }
  expect(levels).toEqual([
    [0, 1],
    [0, 0],
  ]);
  await cluster.stop();
});
