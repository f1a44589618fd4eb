import { StringDecoder } from "node:string_decoder";
import type { ServerChannel } from "ssh2";
import type { Clock, Timer } from "../../world/clock.ts";
import { minutes } from "../../world/duration.ts";
import { refused } from "./answers.ts";
import { LONGEST_LINE, type Input } from "./input.ts";
import { LineEditor } from "./line-editor.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { Answer, Followed, Shell } from "./shell.ts";

/** The terminal that a client asked for. */
export interface Terminal {
  readonly columns: number;
}

const DEFAULT_COLUMNS = 80;

/** A client that leaves more bytes than these unread gets no more feedback. */
const MOST_UNREAD = 1_048_576;

/** The exit status of a command that Ctrl-C has ended: 128 and the number of the signal. */
const INTERRUPTED = 130;

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
  #stopFollowing: (() => void) | undefined;
  readonly #decoder = new StringDecoder("utf8");
  readonly #chunks: AsyncIterableIterator<Buffer>;
  /** What was typed behind an interrupt. */
  #typedAhead = "";
  #idle: Timer | undefined;

  constructor(
    private readonly channel: ServerChannel,
    shell: Shell,
    terminal: Terminal | undefined,
    private readonly options: SessionOptions,
  ) {
    this.#shells = [shell];
    // Reading by iteration holds the client back while a command runs.
    this.#chunks = channel.iterator({ destroyOnReturn: false });
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
    this.#stopFollowing?.();
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
    await this.#prompt();
    this.#waitForInput();
    try {
      for await (const chunk of this.#chunks) {
        for (let text = this.#decoder.write(chunk); text !== ""; text = this.#takeTypedAhead()) {
          await this.#take(this.#input.read(text), { until, beforeCut });
          if (this.#closed || this.#shells.length <= until) return;
        }
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
    const written = this.#write(answer.lines, shell);
    if (answer.follows) await this.#follow(answer.follows);
    await written;
    if (answer.next === "leave") this.#shells.pop()?.close?.();
    else if (answer.next) await this.#enter(answer.next);
    if (!answer.afterAnswer) return;
    await beforeCut?.();
    answer.afterAnswer();
  }

  /** Prints what comes until Ctrl-C is typed on a terminal, or the client is gone. */
  async #follow(follows: Followed): Promise<void> {
    const over = new Promise<"over">((resolve) => {
      this.#stopFollowing = () => {
        this.#stopFollowing = undefined;
        follows.stop();
        resolve("over");
      };
    });
    if (this.#closed || this.#finished) return this.#stopFollowing?.();
    const end = this.#lineEnd();
    follows.start((lines) => {
      this.channel.write(lines.join(end) + end);
      if (this.channel.writableLength <= MOST_UNREAD) return;
      this.#stopFollowing?.();
      this.channel.write(`This ends: more than ${MOST_UNREAD} bytes have not been read${end}`);
    });
    if (this.#editor && (await this.#interrupted(over))) {
      this.#status = INTERRUPTED;
      this.channel.write(`^C${end}`);
    } else await over;
    this.#stopFollowing?.();
  }

  /** Resolves when Ctrl-C has been typed: true; or when what is followed is over: false. */
  async #interrupted(over: Promise<"over">): Promise<boolean> {
    for (;;) {
      const read = await Promise.race([over, this.#chunks.next()]);
      // A client that sends nothing more may still listen.
      if (read === "over" || read.done) return false;
      const text = this.#decoder.write(read.value);
      const at = text.indexOf("\x03");
      if (at < 0) continue;
      this.#typedAhead = text.slice(at + 1);
      return true;
    }
  }

  #takeTypedAhead(): string {
    const text = this.#typedAhead;
    this.#typedAhead = "";
    return text;
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
    this.#stopFollowing?.();
    for (const shell of this.#shells.splice(0)) shell.close?.();
    this.#idle?.cancel();
    this.channel.exit(this.#status);
    this.channel.end();
    return this.options.awaitClient(new Promise((resolve) => (this.#stopWaiting = resolve)));
  }
}
