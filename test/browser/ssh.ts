import { run } from "../interop/program.ts";

/** Where a peer's shell is, and how one gets in. */
export interface ShellAccess {
  readonly address: string;
  readonly ports: { readonly ssh: number };
  readonly accounts: { readonly admin: string };
}

const options = [
  ["StrictHostKeyChecking", "no"],
  ["UserKnownHostsFile", "/dev/null"],
  ["LogLevel", "ERROR"],
].flatMap(([name, value]) => ["-o", `${name}=${value}`]);

/**
 * One command in the peer's command shell as admin, by OpenSSH.
 * @returns the lines of the answer, of which the last is OK
 */
export async function ssh(peer: ShellAccess, command: string): Promise<readonly string[]> {
  const login = ["-p", String(peer.ports.ssh), ...options, `admin@${peer.address}`];
  const { stdout, stderr } = await run("sshpass", ["-p", peer.accounts.admin, "ssh", ...login, command]);
  const lines = stdout.trimEnd().split("\r\n");
  if (lines.at(-1) !== "OK") throw new Error(`${peer.address}: ${command}: ${stdout}${stderr}`);
  return lines;
}

/** The alarms that `xStatus Warnings` lists: title and description of each. */
export async function alarmsOverSsh(peer: ShellAccess): Promise<readonly string[]> {
  const lines = await ssh(peer, "xstatus warnings");
  return lines.flatMap((line) => /^\s+Reason: "(.*)"$/.exec(line)?.[1] ?? []);
}
