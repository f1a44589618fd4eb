import type { TarMember } from "../../../protocol/archive/tar.ts";
import { type LogKind, logKinds } from "../../model/logs/log-kinds.ts";
import { packArchive } from "../../peer/core/archive.ts";
import { fileStamp, type NamedFile } from "../../peer/core/files.ts";
import type { Device } from "../../peer/device.ts";
import { AdminShell } from "../shell/admin-shell.ts";

/** Texts of a snapshot. */
type SnapshotText = "xstatus" | "xconfiguration" | LogKind["keyword"];

export interface SnapshotKind {
  readonly name: "status" | "logs" | "full";
  readonly button: string;
  readonly about: string;
  readonly texts: readonly SnapshotText[];
}

const logFiles = logKinds.map(({ keyword }) => keyword);

/** Administrator Guide: status, logs, or both. */
export const snapshotKinds: readonly SnapshotKind[] = [
  {
    name: "status",
    button: "Create status snapshot",
    about: "The configuration and the present state of the system.",
    texts: ["xstatus", "xconfiguration"],
  },
  { name: "logs", button: "Create logs snapshot", about: "The log files of the system.", texts: logFiles },
  {
    name: "full",
    button: "Create full snapshot",
    about: "Configuration, state and log files.",
    texts: ["xstatus", "xconfiguration", ...logFiles],
  },
];

/** Everything that a log keeps. */
const EVERY_LINE = Number.MAX_SAFE_INTEGER;

/** What a support representative asks for first (guide, Appendix 1): the texts of the command shell as a `.tar.gz`. */
export async function createSnapshot(device: Device, { name, texts }: SnapshotKind): Promise<NamedFile> {
  const moment = device.clock.now();
  const shell = new AdminShell(device, { user: "system", via: "management" });
  const files: TarMember[] = [];
  for (const text of texts)
    files.push({ name: `${text}.txt`, bytes: Buffer.from(`${(await linesOf(text, device, shell)).join("\n")}\n`) });
  const host = device.configuration.get("IP DNS Hostname") || "TANDBERG";
  return { name: `snapshot_${name}_${host}_${fileStamp(moment)}.tar.gz`, bytes: await packArchive(files, moment) };
}

async function linesOf(text: SnapshotText, device: Device, shell: AdminShell): Promise<readonly string[]> {
  switch (text) {
    case "xstatus":
      return (await shell.run("xStatus")).lines;
    case "xconfiguration":
      return (await shell.run("xConfiguration")).lines;
    default:
      return device.log.newest(EVERY_LINE, logKinds.find(({ keyword }) => keyword === text)?.kind).toReversed();
  }
}
