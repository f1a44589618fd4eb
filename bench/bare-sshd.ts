import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const PROGRAM = "/usr/sbin/sshd";
/** Where it gives up its rights when it is started by root; Debian's own service makes the same. */
const PRIVILEGE_SEPARATION = "/run/sshd";

/** OpenSSH's own server on a loopback address, with a key of its own to come in by: the measure for the peer's. */
export interface BareSshd {
  readonly identity: string;
  readonly user: string;
  stop(): Promise<void>;
}

/** @returns undefined where the program is not installed */
export async function startBareSshd(address: string, port: number): Promise<BareSshd | undefined> {
  if (!existsSync(PROGRAM)) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "xtwin-bench-"));
  const made = userInfo().uid === 0 && !existsSync(PRIVILEGE_SEPARATION);
  if (made) mkdirSync(PRIVILEGE_SEPARATION, { mode: 0o755 });
  const key = (name: string): string => {
    const file = join(directory, name);
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
    return file;
  };
  const hostKey = key("host");
  const identity = key("identity");
  const settings = [
    `ListenAddress ${address}:${port}`,
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${identity}.pub`,
    `PidFile ${directory}/pid`,
    "UsePAM no",
    "StrictModes no",
    "PermitRootLogin prohibit-password",
    "MaxStartups 100",
  ];
  writeFileSync(join(directory, "config"), `${settings.join("\n")}\n`);
  const child = spawn(PROGRAM, ["-D", "-f", join(directory, "config")], { stdio: "inherit" });
  await listening(address, port);
  return {
    identity,
    user: userInfo().username,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(directory, { recursive: true });
      if (made) rmSync(PRIVILEGE_SEPARATION, { recursive: true });
    },
  };
}

async function listening(host: string, port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host, port }, () => resolve(true));
      socket.on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
