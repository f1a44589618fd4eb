import { AdminShell } from "../../../emulator/surfaces/shell/admin-shell.ts";
import { seconds } from "../../../emulator/world/duration.ts";
import { OPERATOR, type SimulatedCluster } from "../../simulation/simulated-cluster.ts";

/** What the first peer answers to a line; time goes on until it is there. */
export async function typedOn(cluster: SimulatedCluster, line: string): Promise<string> {
  const answer = new AdminShell(cluster.device(1), OPERATOR).run(line);
  await cluster.advance(seconds(30));
  return (await answer).lines.join("\n");
}

/** The block of a command that was done. */
export const ok = (...lines: string[]): string => ["*r Result (status=OK):", ...lines, "*r/end", "", "OK"].join("\n");

/** The block of a command that was refused. */
export const error = (reason: string): string =>
  `*r Result (status=Error):\n     Cause: 1\n     Description: "${reason.replaceAll('"', '\\"')}"\n*r/end\n\nOK`;
