import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeImage } from "../../emulator/peer/maintenance/upgrade/image.ts";
import { minutes } from "../../emulator/world/duration.ts";
import { needs, needsPythonModule, PYTHON, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needs("sshpass");
needs("openssl");

const CERTIFICATES = "/tandberg/persistent/certs";

let peer: RealPeer;
const here = mkdtempSync(join(tmpdir(), "xtwin-files-"));
const local = (name: string): string => join(here, name);

beforeAll(async () => {
  peer = await startRealPeer(loopback(2));
});
afterEach(() => expect(peer.log.errors).toEqual([]));
afterAll(async () => {
  await peer.stop();
  rmSync(here, { recursive: true });
});

const common = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];

function openSsh(program: "scp" | "sftp", args: readonly string[], input?: string): Promise<Finished> {
  const options = common.flatMap((option) => ["-o", option]);
  return run("sshpass", ["-p", "TANDBERG", program, "-P", String(peer.sshPort), ...options, ...args], input);
}

const scp = (...args: string[]): Promise<Finished> => openSsh("scp", args);
const sftp = (...commands: string[]): Promise<Finished> =>
  openSsh("sftp", ["-q", `root@${peer.address}`], `${commands.join("\n")}\n`);
const there = (path: string): string => `root@${peer.address}:${path}`;

async function makePair(name: string): Promise<void> {
  const subject = ["-subj", `/CN=${name}.example.com`, "-addext", `subjectAltName=DNS:${name}.example.com`];
  const files = ["-keyout", local(`${name}.key`), "-out", local(`${name}.pem`)];
  const made = await run("openssl", [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "30",
    ...subject,
    ...files,
  ]);
  expect(made.code).toBe(0);
}

async function servedSubject(): Promise<string> {
  const shown = await run("openssl", ["s_client", "-connect", peer.httpsUrl.replace("https://", "")]);
  return (await run("openssl", ["x509", "-noout", "-subject"], shown.stdout)).stdout.trim();
}

const lastEvent = (): string =>
  peer
    .device()
    .log.newest(20)
    .find((line) => line.includes('Event="File ')) ?? "";

describe("scp", () => {
  needs("scp");

  test("fetches a log that is as the peer has it", async () => {
    const lines = peer.device().log.newest(5).toReversed();
    expect(await scp(there("/mnt/harddisk/log/eventlog"), local("eventlog"))).toMatchObject({ stderr: "", code: 0 });
    expect(readFileSync(local("eventlog"), "utf8")).toContain(`${lines.join("\n")}\n`);
  });

  test.each(["/etc/passwd", "../../../etc/passwd", "/proc/self/environ", "/tmp/../../etc/shadow"])(
    "does not get %s",
    async (path) => {
      const refused = await scp(there(path), local("stolen"));
      expect(refused.stderr).toContain("No such file or directory");
      expect(refused.code).not.toBe(0);
    },
  );

  test.each(["/etc/hostname", "/mnt/harddisk/log/eventlog", "/tmp/other", "/root/.ssh/authorized_keys", "../../tmp/x"])(
    "does not write %s",
    async (path) => {
      writeFileSync(local("other"), "other");
      expect((await scp(local("other"), there(path))).code).not.toBe(0);
    },
  );

  test("keeps the mode and time that the peer gives, with -p as without", async () => {
    writeFileSync(local("key"), "key");
    expect(await scp("-p", local("key"), there("/tmp/release-key"))).toMatchObject({ stderr: "", code: 0 });
    expect(peer.device().files.read("/tmp/release-key")?.toString()).toBe("key");
    expect(peer.device().files.entry("/tmp/release-key")?.permissions).toBe(0o644);
    writeFileSync(local("empty"), "");
    expect((await scp(local("empty"), there("/tmp/release-key"))).code).toBe(0);
    expect(peer.device().files.read("/tmp/release-key")?.toString()).toBe("");
  });

  describe("of the old kind", () => {
    test("takes files and gives them, as they are", async () => {
      writeFileSync(local("key"), "old and new\n");
      expect(await scp("-O", local("key"), there("/tmp/release-key"))).toMatchObject({ stderr: "", code: 0 });
      expect(peer.device().files.read("/tmp/release-key")?.toString()).toBe("old and new\n");
      writeFileSync(local("release-key"), "into a directory");
      expect(await scp("-O", "-p", local("release-key"), there("/tmp/"))).toMatchObject({ stderr: "", code: 0 });
      const lines = peer.device().log.newest(5).toReversed();
      for (const path of ["/tmp/release-key", "/mnt/harddisk/log/eventlog"])
        expect(await scp("-O", "-p", there(path), `${here}/`)).toMatchObject({ stderr: "", code: 0 });
      expect(readFileSync(local("release-key"), "utf8")).toBe("into a directory");
      expect(readFileSync(local("eventlog"), "utf8")).toContain(`${lines.join("\n")}\n`);
      const modified = peer.device().files.entry("/tmp/release-key")?.modified ?? 0;
      expect(Math.floor(statSync(local("release-key")).mtimeMs / 1000)).toBe(Math.floor(modified / 1000));
      const large = randomBytes(3_000_000).toString("base64");
      writeFileSync(local("large"), large.slice(0, 3_000_000));
      expect((await scp("-O", local("large"), there("/tmp/release-key"))).code).toBe(0);
      expect(await scp("-O", there("/tmp/release-key"), local("copy"))).toMatchObject({ stderr: "", code: 0 });
      expect(readFileSync(local("copy"), "utf8")).toBe(large.slice(0, 3_000_000));
      // A key that is there goes with the next image.
      writeFileSync(local("empty"), "");
      expect((await scp("-O", local("empty"), there("/tmp/release-key"))).code).toBe(0);
    });

    test.each([
      ["../../etc/passwd", "../../etc/passwd: No such file or directory"],
      ["/tmp", "/tmp: not a regular file"],
      ["/tmp/*", "No such file or directory"],
    ])("does not get %s", async (path, why) => {
      const refused = await scp("-O", there(path), local("stolen"));
      expect(refused.stderr).toContain(why);
      expect(refused.code).not.toBe(0);
    });

    test.each([
      ["/etc/hostname", "/etc/hostname: Permission denied"],
      ["/tmp/../root/.ssh/keys", "/root/.ssh/keys: Permission denied"],
      [CERTIFICATES, `${CERTIFICATES}/other: Permission denied`],
      [`${CERTIFICATES}/ca.pem`, "in the file"],
    ])("does not write %s", async (path, why) => {
      writeFileSync(local("other"), "other");
      const refused = await scp("-O", local("other"), there(path));
      expect(refused.stderr).toContain(why);
      expect(refused.code).not.toBe(0);
    });

    test("takes no directories, and nothing that is too large", async () => {
      const directory = await scp("-O", "-r", here, there("/tmp"));
      expect(directory.stderr).toContain("not implemented by the emulator: scp of a directory");
      expect(directory.code).not.toBe(0);
      writeFileSync(local("huge"), Buffer.alloc(5_000_000));
      expect((await scp("-O", local("huge"), there("/tmp/release-key"))).stderr).toContain("File too large");
    });
  });

  test("a certificate that is none is refused and leaves the old one", async () => {
    const before = peer.device().certificates.files;
    writeFileSync(local("bad.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (const name of ["server.pem", "ca.pem", "privkey.pem"]) {
      expect((await scp(local("bad.pem"), there(`${CERTIFICATES}/${name}`))).code).not.toBe(0);
      expect(lastEvent()).toMatch(/Event="File Refused" User="root" .*Detail="\/tandberg.*in the file/);
    }
    expect(peer.device().certificates.files).toEqual(before);
  });

  test("an image in the temporary folder starts an upgrade; another file does not", async () => {
    writeFileSync(local("image"), await makeImage("X8.1.1"));
    expect((await scp(local("other"), there("/tmp/tandberg-image.tar.gz"))).code).not.toBe(0);
    expect(peer.device().upgrade.inProgress).toBe(false);
    expect(await scp(local("image"), there("/tmp/tandberg-image.tar.gz"))).toMatchObject({ stderr: "", code: 0 });
    expect(peer.device().upgrade.inProgress).toBe(true);
    await peer.world.clock.advance(minutes(20));
    expect(peer.device().upgrade.state).toEqual({ kind: "complete", version: "X8.1.1" });
  });

  test("G4.11 certificate and key come one after the other and are served after a restart", async () => {
    await makePair("expe1");
    expect(await scp(local("expe1.pem"), there(`${CERTIFICATES}/server.pem`))).toMatchObject({ stderr: "", code: 0 });
    expect(lastEvent()).toContain("not used yet with its other half");
    // Half of a pair outlives a restart too, and does not keep the web server down.
    const restart = async (): Promise<void> => {
      peer.device().maintenance.request("restart", { user: "root" });
      await peer.world.clock.advance(minutes(2));
      expect(peer.up()).toBe(true);
    };
    await restart();
    expect(await servedSubject()).not.toContain("expe1");
    expect((await scp(local("expe1.key"), there(`${CERTIFICATES}/privkey.pem`))).code).toBe(0);
    expect(lastEvent()).toContain("used from the next restart on");
    expect((await scp(local("expe1.pem"), there(`${CERTIFICATES}/ca.pem`))).code).toBe(0);
    expect(await servedSubject()).not.toContain("expe1");
    await restart();
    expect(await servedSubject()).toContain("expe1.example.com");
    for (const [name, own] of [
      ["server.pem", "expe1.pem"],
      ["privkey.pem", "expe1.key"],
      ["ca.pem", "expe1.pem"],
    ] as const) {
      expect((await scp(there(`${CERTIFICATES}/${name}`), local("back"))).code).toBe(0);
      expect(readFileSync(local("back"), "utf8")).toBe(readFileSync(local(own), "utf8"));
    }
  });

  test("a key that TLS finds too weak is kept apart", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 512 });
    writeFileSync(local("weak.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
    expect((await scp(local("weak.key"), there(`${CERTIFICATES}/privkey.pem`))).code).toBe(0);
    expect(lastEvent()).toContain("not used yet with its other half");
  });
});

describe("sftp", () => {
  needs("sftp");

  test("walks through the files", async () => {
    const { stdout, stderr, code } = await sftp(
      "pwd",
      "cd /tandberg/persistent",
      "ls -l certs",
      "ls -1 /",
      "cd ../../..",
      "pwd",
    );
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toContain("Remote working directory: /root");
    expect(stdout).toMatch(/^-rw-------[ \d?]+ root +root +\d+ .* privkey\.pem$/m);
    expect(stdout).toContain("/etc\n/mnt\n/root\n/tandberg\n/tmp");
    expect(stdout).toMatch(/Remote working directory: \/\n/);
  });

  test.each([
    "rm /etc/hostname",
    "mkdir /tmp/x",
    "rename /etc/hostname /tmp/x",
    "chmod 777 /etc/hostname",
    "symlink / /tmp/x",
  ])("%s is refused", async (command) => {
    const before = peer.device().files.read("/etc/hostname");
    expect((await sftp(command)).stderr).toMatch(/Operation unsupported/i);
    expect(peer.device().files.read("/etc/hostname")).toEqual(before);
  });

  test("admin gets no files", async () => {
    const refused = await openSsh("sftp", [`admin@${peer.address}`], "ls\n");
    expect(refused.code).not.toBe(0);
    expect(refused.stdout).not.toContain("tandberg");
  });
});

describe("paramiko", () => {
  needsPythonModule("paramiko");

  const program = `
import io, sys, paramiko
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
client.connect(sys.argv[1], int(sys.argv[2]), "root", "TANDBERG", look_for_keys=False, allow_agent=False)
_, out, _ = client.exec_command("tail -n 1 /mnt/harddisk/log/eventlog | grep -c Event=")
print(out.read().decode().strip(), out.channel.recv_exit_status())
files = client.open_sftp()
print(",".join(sorted(files.listdir("/tandberg/persistent/certs"))))
print(files.putfo(io.BytesIO(b"a key"), "/tmp/release-key").st_size)
with files.open("/tmp/release-key", "r+") as opened:
    opened.seek(2)
    opened.write(b"KEY!")
print(files.open("/tmp/release-key").read().decode(), files.normalize("../tmp/./x/.."))
for path in ("/etc/hostname", "/tmp/other"):
    try:
        files.open(path, "w").close()
        print("written")
    except PermissionError:
        print("refused")
client.close()
`;

  test("runs commands, lists, writes in parts and reads", async () => {
    const { stdout, stderr, code } = await run(PYTHON, ["-c", program, peer.address, String(peer.sshPort)]);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual([
      "1 0",
      "ca.pem,privkey.pem,server.pem",
      "5",
      "a KEY! /tmp",
      "refused",
      "refused",
    ]);
    expect(code).toBe(0);
  });
});
