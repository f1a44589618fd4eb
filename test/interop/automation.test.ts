import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, needsPythonModule, PYTHON, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

// The tools of network automation, as their users have them: nothing in them knows that the peer is a twin.

let peer: RealPeer;
let directory: string;

beforeAll(async () => {
  peer = await startRealPeer(loopback(120));
  directory = await mkdtemp(join(tmpdir(), "automation-"));
});
afterAll(async () => {
  await peer.stop();
  await rm(directory, { recursive: true });
});

describe("netmiko", () => {
  needsPythonModule("netmiko");

  // cisco_tp is netmiko's own driver for Expressway and VCS: it waits for lines that say OK or ERROR.
  const program = `
import json, sys
from netmiko import ConnectHandler
box = ConnectHandler(device_type="cisco_tp", host=sys.argv[1], port=int(sys.argv[2]), username="admin",
                     password="TANDBERG", fast_cli=True)
print(json.dumps([box.send_command(line) for line in sys.argv[3:]]))
box.disconnect()
`;

  test("its driver for Expressway sends commands and gets whole answers", async () => {
    const lines = [
      "xStatus SystemUnit Software Version",
      'xConfiguration SystemUnit Name: "by netmiko"',
      "xConfiguration SystemUnit Name",
      "xCommand ZoneAdd ZoneName: Branch Type: Neighbor",
      "xConfiguration Zones Zone 1 Nonsense: On",
      "xConfiguration",
    ];
    const { stdout, stderr } = await run(PYTHON, ["-c", program, peer.address, String(peer.sshPort), ...lines]);
    expect(stderr).toBe("");
    const [version, set, name, added, refused, whole] = JSON.parse(stdout) as string[];
    expect(version).toMatch(/^\*s SystemUnit:\n +Software:\n +Version: "X8\.1"\n\*s\/end\n\nOK/);
    expect(set).toMatch(/^\nOK/);
    expect(name).toMatch(/^\*c xConfiguration SystemUnit Name: "by netmiko"\n\nOK/);
    expect(added).toMatch(/^\*r Result \(status=OK\):\n +Id: 1\n\*r\/end\n\nOK/);
    expect(refused).toMatch(/^"Nonsense" is not known here: .*\n\nERROR/s);
    expect(whole).toMatch(/^\*c xConfiguration Login .*\*c xConfiguration TimeZone Name: "GMT"\n.*\n\nOK/s);
    expect(peer.device().configuration.get("SystemUnit Name")).toBe("by netmiko");
  });
});

describe("Ansible", () => {
  needs("ansible");
  needs("sshpass");

  /** Runs a module on the peer, or about it, and gives back what Ansible writes down of it. */
  async function ansible(module: string, args: unknown, about: "on the peer" | "from here"): Promise<Result> {
    const connection = about === "from here" ? ["--connection", "local"] : [];
    const variables = {
      ansible_port: peer.sshPort,
      ansible_user: "admin",
      ansible_password: "TANDBERG",
      // The key of the peer is another each time, and the user's own file is not for the test to write.
      ansible_ssh_common_args: `-o UserKnownHostsFile=${directory}/known_hosts`,
    };
    const settings = ["HOST_KEY_CHECKING=False", `HOME=${directory}`, `SSH_CONTROL_PATH_DIR=${directory}/cp`];
    await run("env", [
      ...settings.map((setting) => `ANSIBLE_${setting}`),
      "ansible",
      "all",
      "--inventory",
      `${peer.address},`,
      "--extra-vars",
      JSON.stringify(variables),
      "--tree",
      directory,
      "--module-name",
      module,
      "--args",
      typeof args === "string" ? args : JSON.stringify(args),
      ...connection,
    ]);
    return JSON.parse(await readFile(join(directory, peer.address), "utf8")) as Result;
  }

  const uri = (path: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
    url: `${peer.httpsUrl}${path}`,
    user: "admin",
    password: "TANDBERG",
    force_basic_auth: true,
    validate_certs: false,
    return_content: true,
    ...more,
  });

  test("raw runs commands over SSH, and fails where a command is refused", async () => {
    const set = await ansible("raw", 'xConfiguration SystemUnit Name: "by ansible"', "on the peer");
    expect(set).toMatchObject({ rc: 0 });
    const read = await ansible("raw", "xConfiguration SystemUnit Name", "on the peer");
    expect(read.stdout_lines?.[0]).toBe('*c xConfiguration SystemUnit Name: "by ansible"');
    const refused = await ansible("raw", "xConfiguration SystemUnit Nome: x", "on the peer");
    expect(refused).toMatchObject({ rc: 1, stdout: expect.stringMatching(/^"Nome" is not known here/) });
  });

  test("uri reads documents and puts them", async () => {
    const body = "<Configuration><SystemUnit><Name>by uri</Name></SystemUnit></Configuration>";
    const put = uri("/putxml", { method: "POST", body, headers: { "Content-Type": "text/xml" } });
    expect((await ansible("uri", put, "from here")).content).toContain("<Success");
    const read = await ansible("uri", uri("/getxml?location=/Configuration/SystemUnit/Name"), "from here");
    expect(read.content).toContain(">by uri</Name>");
  });
});

/** What Ansible keeps of a task. */
interface Result {
  readonly rc?: number;
  readonly stdout?: string;
  readonly stdout_lines?: readonly string[];
  readonly content?: string;
}
