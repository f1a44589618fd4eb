import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AdminShell } from "../../emulator/surfaces/shell/admin-shell.ts";
import { needs, run, type Finished } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

let peer: RealPeer;

beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
});
afterAll(async () => {
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

/** Has an endpoint refused: an Expressway takes no registrations. */
const refuse = (alias: string): void => {
  peer.device().registrations.register({ alias, protocol: "SIP", address: "203.0.113.5" });
};

describe("live, by OpenSSH", () => {
  needs("ssh");
  needs("sshpass");
  needs("tmux");

  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];
  /** A call of OpenSSH with a password given by another program. */
  const sshWords = (...more: readonly string[]): [program: string, ...args: string[]] => {
    const chosen = options.flatMap((option) => ["-o", option]);
    return [
      "sshpass",
      "-p",
      "TANDBERG",
      "ssh",
      "-p",
      String(peer.sshPort),
      ...chosen,
      ...more,
      `admin@${peer.address}`,
    ];
  };

  test("a program without a terminal reads events between its answers", async () => {
    const [program, ...args] = sshWords("-T");
    const client = spawn(program, args);
    let said = "";
    client.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    client.stdin.write("xFeedback register Event/RegistrationFailure\n");
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/\r\nOK\r\n\r\nOK\r\n$/);
    refuse("room");
    await expect
      .poll(() => said)
      .toMatch(
        /\*e RegistrationFailure:\r\n {5}Registration 1:\r\n {7}Protocol: SIP\r\n {7}Alias: "room"\r\n[^]*\*e\/end\r\n$/,
      );
    client.stdin.write("xFeedback list\n");
    await expect.poll(() => said).toMatch(/1: "\/Event\/RegistrationFailure"\r\n\r\nOK\r\n$/);
    client.stdin.end("exit\n");
    expect(await once(client, "close")).toEqual([0, null]);
    refuse("nobody listens");
    expect(said).toMatch(/Bye!\r\n$/);
  });

  test("somebody in the middle of a line reads them above it, and goes on typing", async () => {
    const name = `xtwin-feedback-${process.pid}`;
    const tmux = (...args: string[]): Promise<Finished> => run("tmux", ["-L", name, ...args]);
    const shows = (wanted: RegExp): Promise<void> =>
      expect
        .poll(async () => (await tmux("capture-pane", "-p", "-t", name)).stdout.trimEnd(), { timeout: 60_000 })
        .toMatch(wanted);
    try {
      await tmux("new-session", "-d", "-s", name, "-x", "60", "-y", "40", `${sshWords().join(" ")}; sleep 60`);
      await shows(/^TANDBERG Video Communication Server X8\.1$/m);
      await tmux("send-keys", "-t", name, "xfeedback reg event/registrationfailure", "Enter");
      await shows(/registrationfailure\n\nOK$/);
      await tmux("send-keys", "-t", name, "xstatus clls", "Left", "Left", "Left");
      await shows(/^xstatus clls$/m);
      refuse("room");
      await shows(/\nOK\n\*e RegistrationFailure:\n(?: .*\n)+\*e\/end\nxstatus clls$/);
      await tmux("send-keys", "-t", name, "a", "Enter");
      await shows(/\*e\/end\nxstatus calls\n\*s Calls: \/\n\*s\/end\n\nOK$/);
    } finally {
      await tmux("kill-server");
    }
  });
});

describe("posted over HTTP", () => {
  const command = async (name: "FeedbackRegister" | "FeedbackDeregister", line: string): Promise<void> => {
    const { status, lines } = await new AdminShell(peer.device(), { user: "admin" }).run(`xCommand ${name} ${line}`);
    expect(lines.join("\n")).toContain("status=OK");
    expect(status).toBe(0);
  };
  const url = (port: number): string => `http://${loopback(2)}:${port}/feedback`;

  test("a server of Node's gets each event as a document", async () => {
    const posts: { readonly request: IncomingMessage; readonly body: string }[] = [];
    const server: Server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        posts.push({ request, body });
        // Without a length: in chunks.
        response.write("taken");
        response.end();
      });
    });
    server.listen(0, loopback(2));
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      await command("FeedbackRegister", `ID: 3 URL: "${url(port)}" Expression.1: "/Event/RegistrationFailure"`);
      refuse("first");
      refuse("second");
      await expect.poll(() => posts.length).toBe(2);
      expect(posts[0]?.request).toMatchObject({ method: "POST", url: "/feedback" });
      expect(posts[0]?.request.headers).toMatchObject({
        host: `${loopback(2)}:${port}`,
        "content-type": "text/xml; charset=utf-8",
      });
      expect(posts.map(({ body }) => /<Alias item="1">(.*)<\/Alias>/.exec(body)?.[1])).toEqual(["first", "second"]);
    } finally {
      await command("FeedbackDeregister", "ID: 3");
      server.closeAllConnections();
      server.close();
    }
  });

  describe("to a server of Python's", () => {
    needs("python3");

    const program = `
import http.server
import xml.etree.ElementTree as tree
class Manager(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        document = tree.fromstring(self.rfile.read(int(self.headers["Content-Length"])))
        print(self.path, *(element.tag.split("}")[1] for element in document.iter()), flush=True)
        self.send_response(200)
        self.end_headers()
    def log_message(self, *words): pass
server = http.server.HTTPServer(("${loopback(2)}", 0), Manager)
print(server.server_port, flush=True)
server.serve_forever()
`;

    test("a document is well-formed XML", async () => {
      const python: ChildProcessWithoutNullStreams = spawn("python3", ["-c", program]);
      let said = "";
      python.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
      try {
        await expect.poll(() => said, { timeout: 60_000 }).toMatch(/^\d+\n/);
        await command("FeedbackRegister", `ID: 1 URL: "${url(Number.parseInt(said, 10))}" Expression.1: "Event"`);
        refuse("room");
        const elements = "Event RegistrationFailure Registration Protocol Alias Address Reason";
        await expect.poll(() => said).toContain(`\n/feedback ${elements}\n`);
      } finally {
        await command("FeedbackDeregister", "ID: 1");
        python.kill();
      }
    });
  });
});
