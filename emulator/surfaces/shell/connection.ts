import type {
  AuthContext,
  Connection,
  KeyboardAuthContext,
  PseudoTtyInfo,
  ServerChannel,
  Session as SessionRequests,
} from "ssh2";
import type { EventName } from "../../model/logs/events.ts";
import type { Account } from "../../peer/access/accounts/account.ts";
import type { ActiveSession } from "../../peer/access/accounts/active-sessions.ts";
import { withoutSecrets } from "../../peer/assembly/journal-changes.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { seconds } from "../../world/duration.ts";
import type { SocketListeners } from "../../world/network.ts";
import { AdminShell } from "./admin-shell.ts";
import { isViolation, reportViolation } from "./protocol-violation.ts";
import { RootShell } from "./root-shell.ts";
import { readScpRequest } from "./scp/scp-request.ts";
import { ScpServer } from "./scp/scp-server.ts";
import { Session, type SessionOptions, type Terminal } from "./session.ts";
import { SftpServer } from "./sftp/sftp-server.ts";
import type { Answer, Shell } from "./shell.ts";

/** OpenSSH's own limit of wrong passwords in one connection. */
const MOST_FAILURES = 6;

/** What a Linux server with PAM lets whoever guesses wait for the answer. */
const FAILURE_DELAY = seconds(2);

/** One SSH connection: who is there, and the channels that they open. */
export class ShellConnection {
  #account: Account | undefined;
  #active: ActiveSession | undefined;
  #terminatedBy: string | undefined;
  #failures = 0;
  #ended = false;
  readonly #sessions = new Set<Session>();

  constructor(
    private readonly device: Device,
    private readonly connection: Connection,
    private readonly source: { readonly address: string; readonly port: number },
    private readonly waits: Pick<SocketListeners, "awaitClient" | "atMost">,
  ) {
    connection.on("authentication", (context) => void this.#authenticate(context));
    connection.on("ready", () => this.#log("Admin Session Start"));
    connection.on("session", (accept) => this.#serve(accept()));
    connection.on("close", () => {
      this.finish();
      for (const session of this.#sessions) session.abandon();
    });
    // What a broken client sends ends its connection, and is a concern of automated protection alone.
    connection.on("error", (error) => {
      if (!this.#account && isViolation(error)) reportViolation(this.device, this.source, error.message);
    });
  }

  /** The connection is over, or is about to be cut. */
  finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#active?.close();
    const by = this.#terminatedBy;
    if (this.#account) this.#log("Admin Session Finish", { Detail: by && `Terminated by ${by}` });
  }

  async #authenticate(context: AuthContext): Promise<void> {
    const password = await passwordOf(context);
    if (password === undefined) return context.reject(["password", "keyboard-interactive"]);
    const account = await this.device.accounts.authenticate(context.username, password, "shell");
    if (this.#ended) return;
    if (account && this.#begin(account)) return context.accept();
    this.#log("Admin Session Login Failure", { User: context.username });
    if (!account) this.device.protection.failed("ssh-auth", this.source.address);
    await this.#letWait();
    if (this.#ended) return;
    context.reject(["password", "keyboard-interactive"]);
    if (++this.#failures >= MOST_FAILURES) this.connection.end();
  }

  #letWait(): Promise<void> {
    const { clock } = this.device;
    const passed = new Promise<void>((resolve) => clock.after("wrong password", FAILURE_DELAY, resolve));
    return this.waits.atMost(passed, FAILURE_DELAY);
  }

  /** @returns false when one of the session limits is reached */
  #begin(account: Account): boolean {
    const owner = { user: account.name, type: "CLI", source: this.source } as const;
    this.#active = this.device.sessions.open(owner, (by) => {
      this.#terminatedBy = by;
      this.connection.end();
    });
    if (this.#active) this.#account = account;
    return this.#active !== undefined;
  }

  #serve(requests: SessionRequests): void {
    let terminal: Terminal | undefined;
    let session: Session | undefined;
    const { clock, configuration } = this.device;
    const options: SessionOptions = {
      clock,
      // It is asked for whenever something comes in.
      inactivityTimeout: () => {
        this.#active?.touch();
        return configuration.integer("Management Session InactivityTimeout");
      },
      onAnswer: (shell, line, answer) => this.#journal(shell, line, answer),
      awaitClient: this.waits.awaitClient,
    };
    const open = async (channel: ServerChannel, serve: (opened: Session) => Promise<void>): Promise<void> => {
      const opened = new Session(channel, this.#shell(), terminal, options);
      session = opened;
      this.#sessions.add(opened);
      await serve(opened);
      this.#sessions.delete(opened);
    };
    requests.on("pty", (accept: Accept, _reject: unknown, { cols }: PseudoTtyInfo) => {
      terminal = { columns: cols };
      accept?.();
    });
    requests.on("window-change", (_accept, _reject, { cols }) => session?.resize({ columns: cols }));
    requests.on("shell", (accept) => void open(accept(), (opened) => opened.interact()));
    requests.on("exec", (accept, _reject, { command }) => {
      const actor = this.#actor;
      const scp = actor.user === "root" ? readScpRequest(command) : undefined;
      if (scp) void new ScpServer(this.device, actor, accept()).serve(scp);
      else void open(accept(), (opened) => opened.execute(command));
    });
    // The channel itself tells of its end only after all that came before has been read.
    requests.on("close", () => session?.abandon());
    requests.on("sftp", (accept, reject: Accept) => {
      if (this.#actor.user === "root")
        new SftpServer(this.device, this.#actor, accept()).serve(() => this.#active?.touch());
      else this.#refuseSubsystem("sftp", reject);
    });
    requests.on("subsystem", (_accept, reject: Accept, { name }) => this.#refuseSubsystem(name, reject));
  }

  #refuseSubsystem(name: string, reject: Accept): void {
    this.device.unimplemented.note(`SSH subsystem ${name}`);
    reject?.();
  }

  get #actor(): Actor {
    return { user: this.#account?.name ?? "", via: "ssh", source: this.source };
  }

  #shell(): Shell {
    const actor = this.#actor;
    return actor.user === "root" ? new RootShell(this.device, actor) : new AdminShell(this.device, actor);
  }

  #journal({ surface }: Shell, line: string, { lines, status }: Answer): void {
    if (!surface) return;
    const ok = status === 0;
    const answer = ok ? "OK" : (lines.find((text) => text.trim() !== "") ?? "ERROR");
    const account = this.#account?.name ?? "";
    this.device.journal({ kind: "request", surface, account, what: withoutSecrets(line.trim()), answer, ok });
  }

  #log(event: EventName, fields: { readonly User?: string; readonly Detail?: string | undefined } = {}): void {
    const { User = this.#account?.name, Detail } = fields;
    const { address, port } = this.source;
    this.device.log.event("ssh", event, { User, "Src-ip": address, "Src-port": port, Service: "SSH", Detail });
  }
}

/** ssh2 leaves it out where the client wants no reply; its types do not say so. */
type Accept = (() => void) | undefined;

/** The password that a client offers; undefined when it offers something else. */
function passwordOf(context: AuthContext): Promise<string | undefined> {
  if (context.method === "password") return Promise.resolve(context.password);
  if (context.method === "keyboard-interactive") return askForPassword(context);
  return Promise.resolve(undefined);
}

function askForPassword(context: KeyboardAuthContext): Promise<string | undefined> {
  return new Promise((resolve) => {
    context.prompt([{ prompt: "Password: ", echo: false }], (answers) => resolve(answers[0] ?? ""));
  });
}
