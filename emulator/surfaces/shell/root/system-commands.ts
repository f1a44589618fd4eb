import { minutes } from "../../../world/duration.ts";
import type { Device } from "../../../peer/device.ts";
import { readOptions } from "./options.ts";
import { fail, say, type RootAnswer, type RootCommand, type RootContext } from "./root-command.ts";

/** What root asks about the system. */
export const systemCommands: readonly RootCommand[] = [
  asked("date", ({ device }) => dateText(device.clock.now())),
  asked("hostname", ({ device }) => device.configuration.get("IP DNS Hostname") || "TANDBERG"),
  { name: "netstat", usage: "-l [-antu]", run: listSockets },
  asked("uptime", ({ device }) => uptimeText(device)),
  asked("whoami", ({ actor }) => actor.user),
];

/** A command that is asked without a word more: with one it would set something. */
function asked(name: string, text: (context: RootContext) => string): RootCommand {
  return {
    name,
    usage: "",
    run: ([argument], context) => {
      if (argument === undefined) return say(text(context));
      return fail(`${name}: ${context.device.unimplemented.note(`${name} ${argument}`)}`);
    },
  };
}

/** `Mon Dec  9 10:00:00 UTC 2013` */
function dateText(moment: number): string {
  const [weekday = "", day = "", month = "", year = "", time = ""] = new Date(moment).toUTCString().split(/,? /);
  return `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} UTC ${year}`;
}

function uptimeText({ clock, startedAt }: Device): string {
  const up = Math.floor((clock.monotonic() - startedAt) / minutes(1));
  const [days, hours, rest] = [Math.floor(up / 1440), Math.floor(up / 60) % 24, up % 60];
  const time = new Date(clock.now()).toISOString().slice(11, 19);
  const span = hours > 0 ? `${hours}:${String(rest).padStart(2, "0")}` : `${rest} min`;
  return ` ${time} up ${days > 0 ? `${days} days, ` : ""}${span},  load average: 0.00, 0.00, 0.00`;
}

/** The sockets that wait for others, as BusyBox lists them. */
function listSockets(args: readonly string[], { device }: RootContext): RootAnswer {
  const options = readOptions(args, "alntu");
  if (!options.ok) return fail(`netstat: ${options.reason}`);
  const { flags } = options;
  if (!flags.has("l")) return fail(`netstat: ${device.unimplemented.note("netstat without -l")}`);
  const both = flags.has("t") === flags.has("u");
  const sockets = device.openSockets().filter(({ protocol }) => both || flags.has(protocol.slice(0, 1)));
  return say(
    "Active Internet connections (only servers)",
    "Proto Recv-Q Send-Q Local Address           Foreign Address         State       ",
    ...sockets.map(({ protocol, local }) => {
      const own = `${local.address}:${local.port}`.padEnd(23);
      const state = protocol === "tcp" ? "LISTEN" : "";
      return `${protocol}        0      0 ${own} ${"0.0.0.0:*".padEnd(23)} ${state.padEnd(12)}`;
    }),
  );
}
