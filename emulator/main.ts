#!/usr/bin/env -S node --max-semi-space-size=2 --v8-pool-size=1
import { Command, Option } from "commander";
import { EmulatorError } from "./errors.ts";
import { ControlClient } from "./lab/control/control-client.ts";
import { integerBetween, networkPrefix, oneOf, serialNumber, softwareVersion } from "./lab/cli/options.ts";
import { addPartCommands } from "./lab/cli/part-commands.ts";
import { controlOption, speedOption } from "./lab/cli/shared-options.ts";
import type { RunCommandOptions } from "./lab/cli/run.ts";
import { showClock, showStatus } from "./lab/cli/show-status.ts";
import { rememberedLab } from "./lab/running-lab.ts";

interface KeysOptions {
  readonly softwareVersion: string;
}

const program = new Command("xtwin")
  .description("Expressway Twin: a digital twin of a Cisco Expressway (VCS) cluster, X8.1")
  .addOption(
    new Option("--lab <url>", "control address of the lab; by default that of the running one").env("XTWIN_LAB"),
  )
  .showHelpAfterError("(xtwin --help shows what is allowed)");

program
  .command("up")
  .description("start a lab: three peers formed into a cluster, or what a topology file says")
  .argument("[topology]", "topology file (YAML)")
  .option("--blank", "stand-alone peers, as unpacked")
  .addOption(
    new Option("--peers <n>", "how many peers (without a topology file)").argParser(integerBetween(1, 6)).default(3),
  )
  .addOption(
    new Option("--network <a.b.c>", "first three numbers of the addresses (without a topology file)")
      .argParser(networkPrefix)
      .default("127.0.10"),
  )
  .addOption(speedOption())
  .option("--data <dir>", "keep the peers' data in a directory")
  .addOption(new Option("--port-offset <n>", "added to every port").argParser(integerBetween(0, 30_000)))
  .option("--quick", "a restart takes 2 seconds")
  .option("--json", "print one line of JSON when all is ready")
  .action(async (topologyFile: string | undefined, options: Record<string, never>) => {
    const { up } = await import("./lab/cli/up.ts");
    await untilSignal(up({ ...options, ...(topologyFile !== undefined && { topologyFile }) }, print));
  });

program
  .command("run")
  .description("perform scenarios on labs of their own and check what they expect")
  .argument("<path...>", "scenario files, their folders, or folders with scenarios below them")
  .addOption(
    new Option("--jobs <n>", "how many at the same time; by default as many as there are cores").argParser(
      integerBetween(1, 64),
    ),
  )
  .option("--junit <file>", "write the results as JUnit XML too")
  .option("--json", "print the results as JSON")
  .action(async (paths: readonly string[], options: RunCommandOptions) => {
    const { runCommand } = await import("./lab/cli/run.ts");
    if (!(await runCommand(paths, options, print))) process.exitCode = 1;
  });

addPartCommands(program, untilSignal);

program
  .command("health")
  .description("succeed when the peer of this container is up")
  .addOption(controlOption())
  .action(async ({ control }: { control: { address: string; port: number } }) => {
    const host = control.address === "0.0.0.0" ? "127.0.0.1" : control.address;
    const { healthy } = await new ControlClient(`http://${host}:${control.port}`).health();
    print(healthy ? "healthy\n" : "not healthy\n");
    process.exitCode = healthy ? 0 : 1;
  });

program
  .command("status")
  .description("show the peers of the running lab")
  .option("--json", "as JSON")
  .action(async ({ json }: { json?: boolean }) => {
    const status = await lab().status();
    print(json ? `${JSON.stringify(status, null, 2)}\n` : showStatus(status));
  });

const clock = program.command("clock").description("show or move the time of the running lab");
clock
  .command("show", { isDefault: true })
  .description("show the lab's time and speed")
  .action(async () => print(showClock(await lab().clock())));
clock
  .command("advance")
  .description("run everything due within a span of time, and return when it has settled")
  .argument("<span>", "125s, 2m, 1h30m, 14d, 2w")
  .action(async (span: string) => print(showClock(await lab().advance(span))));
clock
  .command("speed")
  .description("set how many emulated seconds pass per real second; 0 freezes time")
  .argument("<n>", "0 to 100000")
  .action(async (speed: string) => print(showClock(await lab().setSpeed(speed))));

program
  .command("fault")
  .description("inject faults into the running lab, and remove them")
  .helpOption(false)
  .argument("[words...]")
  .allowUnknownOption()
  .action(async (words: string[]) => {
    const { fault } = await import("./lab/cli/fault.ts");
    await fault(words, lab, print);
  });

program
  .command("slip")
  .description("make a mistake on a peer, for somebody to find and mend on its page")
  .helpOption(false)
  .argument("[words...]")
  .allowUnknownOption()
  .action(async (words: string[]) => {
    const { slip } = await import("./lab/cli/slip.ts");
    await slip(words, lab, print);
  });

program
  .command("call")
  .description("make calls through the peers of the running lab")
  .helpOption(false)
  .argument("[words...]")
  .allowUnknownOption()
  .action(async (words: string[]) => {
    const { call } = await import("./lab/cli/call.ts");
    if (!(await call(words, lab, print))) process.exitCode = 1;
  });

program
  .command("journal")
  .description("show what the peers of the running lab were asked, and assert on it")
  .helpOption(false)
  .argument("[words...]")
  .allowUnknownOption()
  .action(async (words: string[]) => {
    const { journal } = await import("./lab/cli/journal.ts");
    if (!(await journal(words, lab, print))) process.exitCode = 1;
  });

program
  .command("report")
  .description("show every request that the twin could not serve")
  .option("--json", "as JSON")
  .action(async ({ json }: { json?: boolean }) => {
    const { showReport } = await import("./lab/cli/journal.ts");
    const unserved = await lab().report();
    print(json ? `${JSON.stringify(unserved, null, 2)}\n` : showReport(unserved));
  });

program
  .command("doctor")
  .description("check what the guide asks of peers before they are clustered")
  .option("--json", "as JSON")
  .action(async ({ json }: { json?: boolean }) => {
    const { showDiagnosis } = await import("./lab/cli/show-doctor.ts");
    const diagnosis = await lab().doctor();
    print(json ? `${JSON.stringify(diagnosis, null, 2)}\n` : showDiagnosis(diagnosis));
    if (diagnosis.causes.length > 0 || diagnosis.checks.some(({ findings }) => findings.length > 0))
      process.exitCode = 1;
  });

program
  .command("why")
  .description("explain what is wrong with a peer: why its alarms are raised, and where that is mended")
  .argument("<peer>", "its name")
  .argument("[alarm]", "its five digits; by default all that are raised")
  .option("--json", "as JSON")
  .action(async (peer: string, alarm: string | undefined, { json }: { json?: boolean }) => {
    const { showAlarms, showWhy } = await import("./lab/cli/show-why.ts");
    const alarms = await lab().why(peer, alarm);
    if (json) print(`${JSON.stringify(alarms, null, 2)}\n`);
    else if (alarm !== undefined) print(showAlarms(alarms));
    else print(showWhy(peer, alarms, await lab().causes(peer)));
  });

program
  .command("image")
  .description("make a software image that peers can be upgraded with; it contains a version and no software")
  .argument("<version>", "for example X8.1.1", softwareVersion)
  .argument("[file]", "where to write it; by default s42700x8_1_1.tar.gz and the like")
  .action(async (version: string, file: string | undefined) => {
    const { image } = await import("./lab/cli/image.ts");
    await image(version, file, print);
  });

program
  .command("keys")
  .description("make the release key and the option keys that a serial number needs")
  .argument("<serial-number>", "8 hex digits in upper case", serialNumber)
  .argument("[option...]", "such as Y20 (20 rich media sessions) or T")
  .addOption(
    new Option("--software-version <version>", "the version that the release key is for")
      .argParser(softwareVersion)
      .default("X8.1"),
  )
  .action(async (serial: string, options: readonly string[], { softwareVersion: version }: KeysOptions) => {
    const { keys } = await import("./lab/cli/keys.ts");
    print(keys(serial, version, options));
  });

program
  .command("power")
  .description("power a peer of the running lab off in order, or on again")
  .argument("<peer>", "its name")
  .argument("<to>", "on or off", oneOf(["on", "off"]))
  .action(async (peer: string, to: "on" | "off") => {
    const { name, state } = await lab().power(peer, to);
    print(`${name} is ${state}\n`);
  });

/** The lab that is meant: named, or the one that runs. */
function lab(): ControlClient {
  const url = program.opts<{ lab?: string }>().lab ?? rememberedLab();
  if (!url) throw new EmulatorError("LAB_NOT_REACHABLE", "no lab is running here");
  return new ControlClient(url);
}

function print(text: string): void {
  process.stdout.write(text);
}

/** What a shell says of a program that SIGPIPE has ended. */
const ENDED_BY_SIGPIPE = 141;

/** A lab or a peer runs until it is told to stop. */
let serves = false;

// Whoever reads may have seen enough, as `head` has: a command ends as others do, a lab goes on unheard.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  if (!serves) process.exit(ENDED_BY_SIGPIPE);
});

/** Ctrl-C and SIGTERM stop everything in order, from the first moment on; a second signal does not wait. */
async function untilSignal(starting: Promise<{ stop(): Promise<void> }>): Promise<void> {
  serves = true;
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  await starting;
}

function fail(error: unknown): void {
  const text =
    error instanceof EmulatorError
      ? `${error.code}: ${error.message}\n${error.remedy}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  process.stderr.write(text);
  process.exit(1);
}

program.parseAsync().catch(fail);
