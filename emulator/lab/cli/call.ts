import { Command } from "commander";
import type { CallOptions } from "../calls/call-plan.ts";
import type { ActiveCall, LoadStatus, PlacedCall } from "../calls/lab-calls.ts";
import type { ControlClient } from "../control/control-client.ts";
import { table } from "./table.ts";

/** What the commands about calls are given. */
interface Given {
  readonly program: Command;
  readonly lab: () => ControlClient;
  readonly print: (text: string) => void;
}

const json = ["--json", "as JSON"] as const;

/** `xtwin call`: calls through the peers of the running lab. @returns false where a call was refused */
export async function call(
  words: readonly string[],
  lab: () => ControlClient,
  print: (text: string) => void,
): Promise<boolean> {
  let made = true;
  const program = new Command("xtwin call")
    .description("make calls through the peers of the running lab")
    .showHelpAfterError("(xtwin call --help shows what is allowed)");
  const given = { program, lab, print };
  addPlaceCommand(given, () => {
    made = false;
  });
  addCallCommands(given);
  addLoadCommands(given);
  await program.parseAsync(words, { from: "user" });
  return made;
}

function addPlaceCommand({ program, lab, print }: Given, onRefused: () => void): void {
  program
    .command("place")
    .description("make a call on a peer")
    .argument("<peer>", "its name")
    .option("--from <alias>", "who calls")
    .option("--to <alias>", "who is called; by default an alias of the lab's neighbor")
    .option("--protocol <protocol>", "sip or h323", "sip")
    .option("--media <media>", "video or audio", "video")
    .option("--bandwidth <rate>", "384, 384 kb/s, 1.5 Mb/s", "384 kb/s")
    .option("--duration <span>", "3m, 90s, or none: until somebody ends it", "3m")
    .option("--zone <zone>", "the zone or subzone that the call comes from", "DefaultZone")
    .option(...json)
    .action(async (peer: string, { json: asJson, ...options }: CallOptions & { json?: boolean }) => {
      const placed = await lab().placeCall(peer, options);
      print(asJson ? `${JSON.stringify(placed, null, 2)}\n` : showPlaced(placed));
      if (placed.state === "refused") onRefused();
    });
}

function addCallCommands({ program, lab, print }: Given): void {
  program
    .command("list", { isDefault: true })
    .description("show the calls of all peers")
    .option(...json)
    .action(async ({ json: asJson }: { json?: boolean }) => {
      const calls = await lab().calls();
      print(asJson ? `${JSON.stringify(calls, null, 2)}\n` : showCalls(calls));
    });
  program
    .command("end")
    .description("hang up")
    .argument("<serial>", "serial number of a call, or all")
    .action(async (serial: string) => print(showCalls(await lab().endCall(serial))));
}

function addLoadCommands({ program, lab, print }: Given): void {
  program
    .command("load")
    .description("make calls at a steady rate, on each peer in turn")
    .argument("<load>", "for example: 0.5 calls/s of 3m at 1 Mb/s")
    .action(async (load: string) => print(showLoads([await lab().startLoad(load)])));
  program
    .command("loads")
    .description("show the loads that run, and what became of their calls")
    .option(...json)
    .action(async ({ json: asJson }: { json?: boolean }) => {
      const loads = await lab().loads();
      print(asJson ? `${JSON.stringify(loads, null, 2)}\n` : showLoads(loads));
    });
  program
    .command("stop")
    .description("stop a load; its calls go on")
    .argument("<id>", "its number, or all")
    .action(async (id: string) => print(showLoads(await lab().stopLoad(id))));
}

function showPlaced(placed: PlacedCall): string {
  switch (placed.state) {
    case "connected":
      return `connected on ${placed.peer} at ${placed.kbps} kb/s, serial number ${placed.serialNumber}\n`;
    case "refused":
      return `refused by ${placed.peer} (${placed.code}): ${placed.reason}\n`;
    case "searching":
      return `${placed.peer} is searching: a system that it asks does not answer; it gives up when time passes\n`;
  }
}

function showCalls(calls: readonly ActiveCall[]): string {
  if (calls.length === 0) return "no calls\n";
  const rows = calls.map(({ peer, source, destination, protocol, kbps, route, seconds, serialNumber }) => [
    peer,
    source,
    destination,
    protocol,
    `${kbps} kb/s`,
    `${seconds} s`,
    route.join(" > "),
    serialNumber,
  ]);
  return table(["Peer", "From", "To", "Protocol", "Bandwidth", "Since", "Route", "Serial number"], rows);
}

function showLoads(loads: readonly LoadStatus[]): string {
  if (loads.length === 0) return "no loads\n";
  const rows = loads.map(({ id, load, placed, connected, refused }) => [
    String(id),
    load,
    String(placed),
    String(connected),
    Object.entries(refused)
      .map(([code, count]) => `${count} ${code}`)
      .join(", "),
  ]);
  return table(["Id", "Load", "Placed", "Connected", "Refused"], rows);
}
