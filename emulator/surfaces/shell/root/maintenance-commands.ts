import { purgeDatabase } from "../../../peer/maintenance/reset/purge-database.ts";
import { AdminShell } from "../admin-shell.ts";
import { FactoryResetDialog } from "../factory-reset-dialog.ts";
import { say, type RootAnswer, type RootCommand } from "./root-command.ts";

/** What root does to the system: by the command shell, and past it. */
export const maintenanceCommands: readonly RootCommand[] = [
  {
    name: "clusterdb_destroy_and_purge_data.sh",
    usage: "",
    run: (_args, { device, actor }) => ({
      ...say("Destroying the cluster database", "Purging its data", "Restarting the application"),
      afterAnswer: () => device.maintenance.request("restart", actor, purgeDatabase),
    }),
  },
  { name: "exit", usage: "", run: () => ({ ...say(), next: "leave" }) },
  {
    name: "factory-reset",
    usage: "",
    run: (_args, { device, actor }) => ({ ...say(), next: new FactoryResetDialog(device, actor) }),
  },
  goingDown("reboot"),
  goingDown("restart"),
  {
    name: "tsh",
    usage: "",
    run: (_args, { device, actor }, input) => {
      const shell = new AdminShell(device, actor);
      return input ? pipeInto(shell, input) : { ...say(), next: shell };
    },
  },
];

function goingDown(name: "reboot" | "restart"): RootCommand {
  return {
    name,
    usage: "",
    run: (_args, { device, actor }) => ({ ...say(), afterAnswer: () => device.maintenance.request(name, actor) }),
  };
}

/** Each line goes to the command shell as if typed there. */
async function pipeInto(shell: AdminShell, input: readonly string[]): Promise<RootAnswer> {
  const lines: string[] = [];
  let status = 0;
  for (const line of input) {
    const { next, afterAnswer, ...answer } = await shell.run(line);
    lines.push(...answer.lines);
    status = answer.status;
    if (afterAnswer) return { lines, status, afterAnswer };
    if (next) break;
  }
  return { lines, status };
}
