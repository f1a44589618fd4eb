import { StringDecoder } from "node:string_decoder";
import type { ServerChannel } from "ssh2";
import type { Clock, Timer } from "../../world/clock.ts";
import { minutes } from "../../world/duration.ts";
import { refused } from "./answers.ts";
import { LONGEST_LINE, type Input } from "./input.ts";
import { LineEditor } from "./line-editor.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { Answer, Shell } from "./shell.ts";

/** The terminal that a client asked for. */
export interface Terminal {
  readonly columns: number;
}

const DEFAULT_COLUMNS = 80;

/** A client that leaves more bytes than these unread gets no more feedback. */
const MOST_UNREAD = 1_048_576;

/** How far input is read, and what is done when an answer is on its way, before what may cut it off. */
interface Reading {
  /** So many shells are left. */
  readonly until: number;
  readonly beforeCut?: (() => Promise<void>) | undefined;
}

export interface SessionOptions {
  readonly clock: Clock;
  /** After how many minutes without input the session ends; 0 for never. Read anew whenever something comes in. */
  readonly inactivityTimeout: () => number;
  /** A line has been answered. */
  readonly onAnswer: (shell: Shell, line: string, answer: Answer) => void;
  /** Waits until the client has closed its side, or has had enough time for it. */
  readonly awaitClient: (closed: Promise<void>) => Promise<void>;
}

/** One channel of a connection: somebody, or a program, speaking to a shell. */
export class Session {
  /** The innermost last: `tsh` opens the command shell on top of the root shell. */
  readonly #shells: Shell[];
  readonly #input: Input;
  readonly #editor: LineEditor | undefined;
  #status = 0;
  #echo = true;
  #finished = false;
  #closed = false;
  #stopWaiting: (() => void) | undefined;
  #idle: Timer | undefined;

  constructor(
    private readonly channel: ServerChannel,
    shell: Shell,
    terminal: Terminal | undefined,
    private readonly options: SessionOptions,
  ) {
    this.#shells = [shell];
    this.#editor = terminal && new LineEditor(shell.prompt, 0, (line) => this.#shell?.completions(line) ?? []);
    this.#input = this.#editor ?? new LineSplitter();
    shell.open?.((lines) => this.#interrupt(lines));
    if (terminal) this.resize(terminal);
    // A channel that breaks ends the reading below; there is nobody to tell.
    channel.on("error", () => {});
  }

  /** The client is gone: nothing that is still to be said will be heard. */
  abandon(): void {
    this.#closed = true;
    this.#idle?.cancel();
    for (const shell of this.#shells) shell.close?.();
    this.#stopWaiting?.();
  }

  resize({ columns }: Terminal): void {
    if (this.#editor) this.#editor.columns = columns > 0 ? columns : DEFAULT_COLUMNS;
  }

  /** Somebody logs in: a greeting, then lines until they leave. */
  async interact(): Promise<void> {
    await this.#write(this.#shell?.greeting() ?? []);
    await this.#readLines();
    await this.#finish();
  }

  /** A program asks for one command and takes its output; what `tsh` is to do comes from the program's input. */
  async execute(command: string): Promise<void> {
    for (const line of command.split(/\r\n|\r|\n/)) {
      await this.#run(line, () => this.#finish());
      if (this.#shells.length === 0) break;
    }
    if (this.#shells.length > 1) await this.#readLines({ until: 1, beforeCut: () => this.#finish() });
    await this.#finish();
  }

  get #shell(): Shell | undefined {
    return this.#shells.at(-1);
  }

  /** @param until how many shells are left when nothing more is read */
  async #readLines({ until, beforeCut }: Reading = { until: 0 }): Promise<void> {
    const decoder = new StringDecoder("utf8");
    await this.#prompt();
    this.#waitForInput();
    try {
      // Reading by iteration holds the client back while a command runs.
      for await (const chunk of this.channel.iterator({ destroyOnReturn: false })) {
        await this.#take(this.#input.read(decoder.write(chunk as Buffer)), { until, beforeCut });
        if (this.#closed || this.#shells.length <= until) return;
        this.#waitForInput();
      }
      await this.#take(this.#input.finish(), { until, beforeCut });
    } catch {
      // A channel that closes before the end of its input ends as one that had it.
    } finally {
      this.#idle?.cancel();
    }
  }

  async #take(events: ReturnType<Input["read"]>, { until, beforeCut }: Reading): Promise<void> {
    for (const event of events) {
      if (this.#closed) return;
      if (event.kind === "echo") await this.#send(this.#echo ? event.text : "");
      else await this.#run(event.kind === "end" ? "exit" : event.text, beforeCut);
      if (this.#shells.length <= until) return;
      if (event.kind !== "echo") await this.#prompt();
    }
  }

  /** @param beforeCut run when the answer is on its way, before what may cut it off */
  async #run(line: string, beforeCut?: () => Promise<void>): Promise<void> {
    const shell = this.#shell;
    // Programs send a line end just to see who is there.
    if (!shell || line.trim() === "") return;
    const answer = await this.#answer(shell, line);
    this.#status = answer.status;
    this.#echo = answer.echo ?? this.#echo;
    this.options.onAnswer(shell, line, answer);
    await this.#write(answer.lines, shell);
    if (answer.next === "leave") this.#shells.pop()?.close?.();
    else if (answer.next) await this.#enter(answer.next);
    if (!answer.afterAnswer) return;
    await beforeCut?.();
    answer.afterAnswer();
  }

  async #answer(shell: Shell, line: string): Promise<Answer> {
    if (line.length > LONGEST_LINE) return refused(`A line has at most ${LONGEST_LINE} characters`);
    try {
      return await shell.run(line);
    } catch (error) {
      return refused(`The emulator failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #enter(shell: Shell): Promise<void> {
    this.#shells.push(shell);
    shell.open?.((lines) => this.#interrupt(lines));
    // A program that pipes commands in wants their answers alone.
    if (this.#editor) await this.#write(shell.greeting(), shell);
  }

  async #prompt(): Promise<void> {
    const shell = this.#shell;
    if (!shell) return;
    if (this.#editor) {
      this.#editor.prompt = shell.prompt;
      await this.#send(shell.prompt);
    } else if (shell.asks) await this.#write([shell.prompt], shell);
  }

  async #write(lines: readonly string[], shell = this.#shell): Promise<void> {
    const end = this.#lineEnd(shell);
    if (lines.length > 0) await this.#send(lines.join(end) + end);
  }

  /** A terminal in raw mode goes to the first column only when it is told to. */
  #lineEnd(shell = this.#shell): string {
    return this.#editor ? "\r\n" : (shell?.lineEnd ?? "\n");
  }

  /** Prints what a shell tells on its own, between what else is said. */
  #interrupt(lines: readonly string[]): void {
    if (this.#closed || this.#finished) return;
    const end = this.#lineEnd();
    const text = lines.join(end) + end;
    this.channel.write(this.#editor?.interrupt(text) ?? text);
    if (this.channel.writableLength <= MOST_UNREAD) return;
    for (const shell of this.#shells) shell.close?.();
    this.channel.write(`Feedback ends: more than ${MOST_UNREAD} bytes have not been read${end}`);
  }

  /** Resolves when the client has taken the text, or is gone. */
  #send(text: string): Promise<void> {
    if (text === "" || this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#stopWaiting = resolve;
      this.channel.write(text, () => resolve());
    });
  }

  #waitForInput(): void {
    this.#idle?.cancel();
    const { clock, inactivityTimeout } = this.options;
    const timeout = inactivityTimeout();
    if (timeout > 0) this.#idle = clock.after("SSH inactivity timeout", minutes(timeout), () => this.#finish());
  }

  /**
   * Resolves when the client has closed its side too: one whose connection is cut before that takes the command for
   * failed, whatever status it was sent.
   */
  #finish(): Promise<void> {
    if (this.#closed || this.#finished) return Promise.resolve();
    this.#finished = true;
    for (const shell of this.#shells.splice(0)) shell.close?.();
    this.#idle?.cancel();
    this.channel.exit(this.#status);
    this.channel.end();
    return this.options.awaitClient(new Promise((resolve) => (this.#stopWaiting = resolve)));
  }
}
