import { type Command, Option } from "commander";
import { hardwareKinds, platforms, products } from "../../peer/core/identity.ts";
import { DEFAULT_DOMAIN, DEFAULT_VERSION, serialNumberOf } from "../topology/topology.ts";
import { commaList, ipv4Address, namedAddresses, oneOf, serialNumber, softwareVersion } from "./options.ts";
import type { PeerCommandOptions, SurroundingsCommandOptions } from "./run-part.ts";
import { controlOption, speedOption } from "./shared-options.ts";

const clusterNameOption = (): Option =>
  new Option("--cluster-name <name>", "name of the cluster")
    .default(`cluster.${DEFAULT_DOMAIN}`)
    .env("XTWIN_CLUSTER_NAME");
const domainOption = (): Option =>
  new Option("--domain <name>", "DNS domain").default(DEFAULT_DOMAIN).env("XTWIN_DOMAIN");
const addressOption = (): Option =>
  new Option("--address <ip>", "LAN 1 IPv4 address").argParser(ipv4Address).makeOptionMandatory().env("XTWIN_ADDRESS");

/** Waits until the process is told to end, and stops what was started. */
type UntilSignal = (starting: Promise<{ stop(): Promise<void> }>) => Promise<void>;

/** `peer` and `surroundings`: one part of a lab in a process of its own. */
export function addPartCommands(program: Command, untilSignal: UntilSignal): void {
  addPeerCommand(program, untilSignal);
  addSurroundingsCommand(program, untilSignal);
}

/** What the box is: `--serial`, `--product` and the like. */
const boxOptions = (): readonly Option[] => [
  new Option("--serial <hex>", "hardware serial number")
    .argParser(serialNumber)
    .default(serialNumberOf(0))
    .env("XTWIN_SERIAL"),
  new Option("--product <product>", "which product")
    .argParser(oneOf(products))
    .default("expressway-e")
    .env("XTWIN_PRODUCT"),
  new Option("--platform <platform>", "size of the machine")
    .argParser(oneOf(platforms))
    .default("medium")
    .env("XTWIN_PLATFORM"),
  new Option("--hardware <hardware>", "what it runs on")
    .argParser(oneOf(hardwareKinds))
    .default("virtual-machine")
    .env("XTWIN_HARDWARE"),
  new Option("--software-version <version>", "software version")
    .argParser(softwareVersion)
    .default(DEFAULT_VERSION)
    .env("XTWIN_VERSION"),
];

function addPeerCommand(program: Command, untilSignal: UntilSignal): void {
  const peer = program
    .command("peer")
    .description("run one peer: the entry point of a container")
    .addOption(new Option("--name <name>", "system name and DNS host name").default("expe1").env("XTWIN_NAME"))
    .addOption(addressOption())
    .addOption(new Option("--data <dir>", "keep the peer's data in a directory").env("XTWIN_DATA"))
    .addOption(new Option("--dns <ip>", "DNS server").env("XTWIN_DNS"))
    .addOption(new Option("--ntp <host>", "NTP server").env("XTWIN_NTP"))
    .addOption(domainOption());
  for (const option of boxOptions()) peer.addOption(option);
  peer
    .addOption(
      new Option("--formed <ips>", "addresses of a formed cluster, the primary first")
        .argParser(commaList)
        .default([])
        .env("XTWIN_FORMED"),
    )
    .addOption(clusterNameOption())
    .addOption(
      new Option("--pre-shared-key <key>", "cluster pre-shared key").default("twin").env("XTWIN_PRE_SHARED_KEY"),
    )
    .addOption(controlOption())
    .addOption(speedOption())
    .option("--quick", "a restart takes 2 seconds")
    .action(async (options: PeerCommandOptions) => {
      const { runPeer } = await import("./run-part.ts");
      await untilSignal(runPeer(options));
    });
}

function addSurroundingsCommand(program: Command, untilSignal: UntilSignal): void {
  program
    .command("surroundings")
    .description("run the DNS and NTP servers of a lab whose peers run elsewhere")
    .addOption(addressOption())
    .addOption(domainOption())
    .addOption(
      new Option("--peers <list>", "NAME=ADDRESS of each peer")
        .argParser(namedAddresses)
        .default([])
        .env("XTWIN_PEERS"),
    )
    .addOption(clusterNameOption())
    .addOption(controlOption())
    .addOption(speedOption())
    .action(async (options: SurroundingsCommandOptions) => {
      const { runSurroundings } = await import("./run-part.ts");
      await untilSignal(runSurroundings(options));
    });
}
