import { expect, test } from "vitest";
import type { LabStatus } from "../../emulator/lab/control/lab-status.ts";
import { NETWORK } from "../loopback.ts";
import { needs, run } from "./program.ts";
import { temporaryDirectory, Xtwin, xtwin } from "./xtwin.ts";

needs("ssh");
needs("sshpass");

/** How long the lab runs, in seconds of its own time: two weeks where there is time for it. */
const LAB_SECONDS = Number(process.env.HURRIED_SECONDS ?? 6 * 3600);

const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"].flatMap((one) => [
  "-o",
  one,
]);

test(
  "a lab at 100,000 times goes as fast as the machine can, says so once, and no alarm is ever raised",
  async () => {
    const env = { TMPDIR: temporaryDirectory() };
    const lab = new Xtwin(["up", "--network", NETWORK, "--json", "--speed", "100000"], { env });
    const { peers } = await lab.ready();
    const status = async (): Promise<LabStatus> =>
      JSON.parse((await xtwin(["status", "--json"], { env })).stdout) as LabStatus;
    let now = await status();
    while (now.clock.elapsedSeconds < LAB_SECONDS) {
      expect(now.peers.flatMap(({ alarms }) => alarms)).toEqual([]);
      now = await status();
    }
    expect(now.clock).toMatchObject({ speed: 100_000 });
    expect(now.clock.pace).toBeLessThan(100_000);
    expect(now.peers.map(({ clusterDatabase }) => clusterDatabase)).toEqual(["Active", "Active", "Active"]);
    expect(lab.stderr.match(/cannot hold the speed/g)).toHaveLength(1);
    for (const { address, ports } of peers) {
      const words = ["-p", "TANDBERG", "ssh", ...options, "-p", String(ports.ssh), `root@${address}`];
      const { stdout } = await run("sshpass", [...words, "cat /mnt/harddisk/log/eventlog"]);
      expect(stdout).toContain("System Start");
      expect(stdout.split("\n").filter((line) => line.includes("Alarm Raised"))).toEqual([]);
    }
    await lab.end("SIGINT");
  },
  LAB_SECONDS * 10 + 60_000,
);
