import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeImage } from "../../emulator/peer/maintenance/upgrade/image.ts";
import { minutes } from "../../emulator/world/duration.ts";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { temporaryDirectory } from "./xtwin.ts";
import { loopback } from "../loopback.ts";

needs("curl");
needs("openssl");
needs("tar");
needs("ssh");
needs("sshpass");

let peer: RealPeer;
let directory: string;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1), [{ path: "SystemUnit Name", value: "before" }]);
  directory = temporaryDirectory();
});

afterAll(() => peer.stop());

afterEach(() => expect(peer.log.errors).toEqual([]));

const path = (name: string): string => join(directory, name);

/** curl as an operator's script uses it: cookies kept in a jar. */
function curl(...words: string[]): Promise<Finished> {
  return run("curl", ["-sk", "--max-time", "60", "-b", path("jar"), "-c", path("jar"), ...words]);
}

const UPLOAD = "Upload system backup file";

/** Sends a form with a file. */
async function upload(page: string, button: string, field: string, file: string, ...more: string[]): Promise<Finished> {
  const texts = [`sessionid=${await formId(page)}`, `submitbutton=${button}`, `${field}=@${file}`];
  return curl(...texts.flatMap((text) => ["-F", text]), ...more, `${peer.httpsUrl}/${page}`);
}

async function logIn(): Promise<void> {
  const form = "username=admin&password=TANDBERG&submitbutton=Login&formbutton=Login";
  await curl("-d", form, `${peer.httpsUrl}/login`);
}

/** The hidden field, found as clients do: line by line. */
async function formId(page: string): Promise<string> {
  const { stdout } = await curl(`${peer.httpsUrl}/${page}`);
  return (
    /^.*<form [^>]*><input type="hidden" name="sessionid" id="sessionid" value="([^"]+)">$/m.exec(stdout)?.[1] ?? ""
  );
}

function ssh(user: string, command: string, input = ""): Promise<Finished> {
  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];
  const words = ["-p", "TANDBERG", "ssh", ...options.flatMap((option) => ["-o", option]), "-p", String(peer.sshPort)];
  return run("sshpass", [...words, `${user}@${peer.address}`, command], input);
}

/** The peer goes down when its last answer has left. */
async function comesBackAfter(span: number): Promise<void> {
  await expect.poll(() => peer.up()).toBe(false);
  await peer.world.clock.advance(span);
  expect(peer.up()).toBe(true);
}

describe("G3.2 a script", () => {
  test("downloads an encrypted backup that openssl and tar open, and uploads it again", async () => {
    await logIn();
    const fields = `sessionid=${await formId("backuprestore")}&submitbutton=Create+system+backup+file&backup_password=secret&backup_password_confirm=secret`;
    const made = await curl(
      "-OJ",
      "--output-dir",
      directory,
      "-w",
      "%{filename_effective}",
      "-d",
      fields,
      `${peer.httpsUrl}/backuprestore`,
    );
    const file = path(made.stdout);
    expect(file).toMatch(/X8\.1_0A1B2C3D_\d{8}_\d{6}_backup\.tar\.gz\.enc$/);
    const opened = await run("openssl", [
      "enc",
      "-d",
      "-aes-256-cbc",
      "-pbkdf2",
      "-pass",
      "pass:secret",
      "-in",
      file,
      "-out",
      path("b.tar.gz"),
    ]);
    expect(opened).toMatchObject({ code: 0, stderr: "" });
    expect((await run("tar", ["-xzf", path("b.tar.gz"), "-C", directory])).code).toBe(0);
    expect(JSON.parse(readFileSync(path("configuration.json"), "utf8"))).toMatchObject({ "SystemUnit Name": "before" });
    const sums = await run("sha256sum", [path("configuration.json")]);
    const manifest = JSON.parse(readFileSync(path("manifest.json"), "utf8")) as {
      members: Record<string, { sha256: string }>;
    };
    expect(sums.stdout.split(" ")[0]).toBe(manifest.members["configuration.json"]?.sha256);

    await ssh("admin", 'xConfiguration SystemUnit Name: "after"');
    const asked = await upload("backuprestore", UPLOAD, "restore_file", file, "-F", "restore_password=secret");
    expect(asked.stdout).toContain("Restore confirmation");
    expect((await ssh("admin", "xConfiguration SystemUnit Name")).stdout).toContain('"after"');
    const id = /name="restore" value="([^"]+)"/.exec(asked.stdout)?.[1] ?? "";
    const session = /name="sessionid" id="sessionid" value="([^"]+)"/.exec(asked.stdout)?.[1] ?? "";
    const going = await curl(
      "-d",
      `sessionid=${session}&submitbutton=Continue+with+system+restore&restore=${id}`,
      `${peer.httpsUrl}/backuprestore`,
    );
    expect(going.stdout).toContain("<title>Restarting</title>");
    await comesBackAfter(minutes(2));
    expect((await ssh("admin", "xConfiguration SystemUnit Name")).stdout).toContain('"before"');
  });

  test.each([
    ["with a length", []],
    ["in chunks", ["-H", "Transfer-Encoding: chunked"]],
  ])("is told that a huge file is too large, %s, and the peer goes on", async (_how, words) => {
    await logIn();
    writeFileSync(path("huge"), new Uint8Array(80 * 1024 * 1024));
    const { stdout } = await upload("backuprestore", UPLOAD, "restore_file", path("huge"), ...words);
    expect(stdout).toContain("the file is larger than 32 MB");
    expect(await formId("backuprestore")).not.toBe("");
  });

  test("that vanishes in the middle of an upload does no harm", async () => {
    await logIn();
    writeFileSync(path("large"), new Uint8Array(20 * 1024 * 1024));
    const slowly = ["--limit-rate", "4M", "--max-time", "1"];
    const cut = await upload("backuprestore", UPLOAD, "restore_file", path("large"), ...slowly);
    expect(cut.code).not.toBe(0);
    expect(await formId("backuprestore")).not.toBe("");
  });
});

test("G2.1 a script upgrades the peer", async () => {
  await logIn();
  writeFileSync(path("s42700x8_1_1.tar.gz"), await makeImage("X8.1.1"));
  const asked = await upload("upgrade", "Upgrade", "image_file", path("s42700x8_1_1.tar.gz"));
  const sum = (await run("sha256sum", [path("s42700x8_1_1.tar.gz")])).stdout.split(" ")[0] ?? "";
  expect(asked.stdout).toContain(sum);
  const id = /name="image" value="([^"]+)"/.exec(asked.stdout)?.[1] ?? "";
  await curl(
    "-d",
    `sessionid=${await formId("upgrade")}&submitbutton=Continue+with+upgrade&image=${id}`,
    `${peer.httpsUrl}/upgrade`,
  );
  await peer.world.clock.advance(minutes(10));
  expect((await curl(`${peer.httpsUrl}/upgrade`)).stdout).toContain("Upgrade complete!");
  await ssh("root", "reboot");
  await comesBackAfter(minutes(2));
  expect((await ssh("admin", "xStatus SystemUnit Software Version")).stdout).toContain('"X8.1.1"');
});

describe("root over SSH", () => {
  test("G7.3 is asked seven questions by factory-reset, sees messages and loses the connection for twenty minutes", async () => {
    await ssh("admin", 'xConfiguration SystemUnit Name: "mine"');
    const answers = ["YES", "yes", "NO", "maybe", "Yes", "no", "NO", "YES"];
    const { stdout } = await ssh("root", "factory-reset", `${answers.join("\n")}\n`);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.endsWith("[YES/NO]? "))).toHaveLength(8);
    expect(lines).toContain("Please answer YES or NO");
    expect(lines).toContain("Factory reset in progress: do not switch the system off");
    await expect.poll(() => peer.up()).toBe(false);
    await peer.world.clock.advance(minutes(19));
    expect(peer.up()).toBe(false);
    await peer.world.clock.advance(minutes(2));
    expect((await ssh("admin", "xConfiguration SystemUnit Name")).stdout).toContain('Name: ""');
    expect((await ssh("admin", "xCommand DefaultLinksAdd")).code).toBe(0);
  });

  test("G12.12 destroys the database with its script, and the peer restarts its application", async () => {
    await ssh("admin", 'xConfiguration SystemUnit Name: "mine"');
    const { stdout, code } = await ssh("root", "clusterdb_destroy_and_purge_data.sh");
    expect([code, stdout]).toEqual([0, expect.stringContaining("Destroying the cluster database\n")]);
    await comesBackAfter(minutes(2));
    expect((await ssh("admin", "xConfiguration SystemUnit Name")).stdout).toContain('Name: ""');
  });
});
