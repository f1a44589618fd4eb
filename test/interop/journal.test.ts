import { beforeAll, expect, test } from "vitest";
import type { JournalRecord } from "../../emulator/lab/journal/lab-journal.ts";
import { curl } from "./lab-answers.ts";
import { needs, run } from "./program.ts";
import { temporaryDirectory, Xtwin, xtwin, type ReadyLine } from "./xtwin.ts";
import { NETWORK } from "../loopback.ts";

needs("curl");
needs("ssh");
needs("sshpass");
needs("scp");

const env = { TMPDIR: temporaryDirectory() };
let peers: ReadyLine["peers"];

beforeAll(async () => {
  const lab = new Xtwin(["up", "--network", NETWORK, "--peers", "2", "--json", "--speed", "0"], { env });
  ({ peers } = await lab.ready());
  await xtwin(["clock", "advance", "3m"], { env });
});

const sshOptions = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"].flatMap((option) => [
  "-o",
  option,
]);

async function ssh(place: number, user: string, command: string): Promise<void> {
  const peer = peers[place - 1];
  const words = ["-p", "TANDBERG", "ssh", ...sshOptions];
  await run("sshpass", [...words, "-p", String(peer?.ports.ssh), `${user}@${peer?.address}`, command]);
}

async function entries(...words: string[]): Promise<readonly JournalRecord[]> {
  const { stdout, stderr } = await xtwin(["journal", ...words, "--json"], { env });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as JournalRecord[];
}

test("tells what came in over each surface, of whom, and what became of it", async () => {
  const [first] = peers;
  if (!first) throw new Error("there is no peer");
  await xtwin(["journal", "clear"], { env });
  await ssh(1, "admin", 'xConfiguration Alternates Cluster PreSharedKey: "hush"');
  await ssh(1, "admin", "xStatus Nonsense");
  await ssh(1, "root", "hostname");
  const words = ["-p", "TANDBERG", "scp", ...sshOptions, "-P", String(first.ports.ssh)];
  await run("sshpass", [...words, `root@${first.address}:/etc/hostname`, "/dev/null"]);
  await curl(first, "/getxml?location=/Status/SystemUnit");
  await curl(first, "/api/management/status/nothing");
  await curl(first, "/api/provisioning/common/searchrule/name/nobody");
  const seen = await entries("--kind", "request", "--peer", "expe1");
  // How often scp asks what is there is its own affair.
  const asked = seen.filter(({ what }) => !what.startsWith("stat "));
  const told = asked.map(
    (record) => record.kind === "request" && [record.surface, record.account, record.what, record.ok],
  );
  expect(told).toEqual([
    ["cli", "admin", "xConfiguration Alternates Cluster PreSharedKey: ****", true],
    ["cli", "admin", "xStatus Nonsense", false],
    ["root shell", "root", "hostname", true],
    ["files", "root", "get /etc/hostname", true],
    ["xml", "admin", "GET /getxml?location=/Status/SystemUnit", true],
    ["rest", "admin", "GET /api/management/status/nothing", false],
    ["rest", "admin", "GET /api/provisioning/common/searchrule/name/nobody", false],
  ]);
  expect(seen.at(-1)).toMatchObject({ answer: '404: nothing has the Name "nobody"' });
  expect(await entries("--kind", "change")).toMatchObject([
    { peer: "expe1", role: "primary", scope: "peer", what: "Alternates Cluster PreSharedKey: ****" },
  ]);
});

test("shows its filters to whoever asks for help", async () => {
  const { code, stdout } = await xtwin(["journal", "--help"], { env });
  expect(code).toBe(0);
  for (const option of ["--peer <name>", "--surface <surface>", "--outcome <outcome>", "--none"])
    expect(stdout).toMatch(new RegExp(`^  ${option} +\\S`, "m"));
});

test("lets a test claim that nothing cluster-wide was changed on a subordinate", async () => {
  const claim = ["journal", "--kind", "change", "--scope", "cluster", "--role", "subordinate", "--none"];
  await xtwin(["journal", "clear"], { env });
  await ssh(1, "admin", "xConfiguration Bandwidth Default: 512");
  await xtwin(["clock", "advance", "3m"], { env });
  // The copy is nobody's edit.
  expect(await xtwin(claim, { env })).toMatchObject({ code: 0, stdout: "no such entry\n" });
  await ssh(2, "admin", "xConfiguration Bandwidth Default: 768");
  const { code, stdout } = await xtwin(claim, { env });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/expe2 \(subordinate\).*Bandwidth Default: 768/)]);
});

test("reports what the twin could not serve, and refuses what it does not know", async () => {
  const [first] = peers;
  if (first) await curl(first, "/api/provisioning/certs/generate_csr");
  const { code, stdout } = await xtwin(["report"], { env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/GET \/api\/provisioning\/certs\/generate_csr +1 +expe1/)]);
  const wrong = await xtwin(["journal", "--peer", "nobody"], { env });
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('peer: "nobody" is not allowed') as string });
});
