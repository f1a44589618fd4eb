import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, curl, type Status } from "./lab-answers.ts";
import { Xtwin, xtwin } from "./xtwin.ts";
import { loopback } from "../loopback.ts";

describe("a cluster of which every part is a process", () => {
  const surroundings = loopback(250);
  const peers = [1, 2, 3].map((place) => ({ name: `expe${place}`, address: loopback(10 + place) }));
  const addresses = peers.map(({ address }) => address);
  const control = (address: string): string => `http://${address}:4380`;
  const processes: Xtwin[] = [];

  beforeAll(async () => {
    const variables = {
      XTWIN_DNS: surroundings,
      XTWIN_NTP: surroundings,
      XTWIN_FORMED: addresses.join(),
      XTWIN_SPEED: "20",
    };
    const named = peers.map(({ name, address }) => `${name}=${address}`).join();
    const started = [
      new Xtwin(
        ["surroundings", "--address", surroundings, "--peers", named, "--control", `${surroundings}:4380`].concat([
          "--speed",
          "20",
        ]),
      ),
      ...peers.map(({ name, address }, place) =>
        place === 0
          ? new Xtwin(
              ["peer", "--name", name, "--address", address, "--dns", surroundings, "--ntp", surroundings].concat([
                "--formed",
                addresses.join(),
                "--speed",
                "20",
                "--control",
                `${address}:4380`,
              ]),
            )
          : new Xtwin(["peer"], {
              env: {
                ...variables,
                XTWIN_NAME: name,
                XTWIN_ADDRESS: address,
                XTWIN_CONTROL: `${address}:4380`,
                XTWIN_SERIAL: `0000000${place}`,
              },
            }),
      ),
    ];
    processes.push(...started);
    await Promise.all(
      started.map((process_, place) => process_.answers(control([surroundings, ...addresses][place] ?? ""))),
    );
  });

  afterAll(() => Promise.all(processes.map((process_) => process_.end("SIGTERM"))));

  test("forms: each sees the others Active, none has an alarm", async () => {
    const seen = async (address: string): Promise<unknown> => {
      const {
        peers: [peer],
      } = await ask<Status>(control(address), "/status");
      return peer && [peer.name, peer.cluster.map(({ state }) => state).join(), peer.clusterDatabase, peer.alarms];
    };
    await expect
      .poll(() => Promise.all(addresses.map(seen)), { timeout: 60_000 })
      .toEqual([
        ["expe1", "This system,Active,Active", "Active", []],
        ["expe2", "Active,This system,Active", "Active", []],
        ["expe3", "Active,Active,This system", "Active", []],
      ]);
  });

  test("each is asked for its health, and the answer is an exit code", async () => {
    const [, , third = ""] = addresses;
    const health = (): Promise<unknown> => xtwin(["health", "--control", `${third}:4380`]);
    expect(await health()).toEqual({ stdout: "healthy\n", stderr: "", code: 0 });
    expect(await xtwin(["health"], { env: { XTWIN_CONTROL: `${surroundings}:4380` } })).toMatchObject({ code: 0 });

    await ask(control(third), "/clock/speed", { speed: 0 });
    await curl({ address: third, ports: { https: 443 } }, "/putxml", "<Command><Restart/></Command>");
    await expect.poll(health).toEqual({ stdout: "not healthy\n", stderr: "", code: 1 });
    await ask(control(third), "/clock/advance", { by: "3m" });
    expect(await health()).toMatchObject({ code: 0 });

    const gone = await xtwin(["health", "--control", `${loopback(99)}:4380`]);
    expect(gone).toMatchObject({
      stdout: "",
      code: 1,
      stderr: expect.stringMatching(/^LAB_NOT_REACHABLE: /) as string,
    });
  });

  test("each ends in order when it is told to", async () => {
    expect(await Promise.all(processes.map((process_) => process_.end("SIGTERM")))).toEqual([0, 0, 0, 0]);
    expect(processes.map(({ stdout }) => stdout).join("")).toBe("");
  });
});
