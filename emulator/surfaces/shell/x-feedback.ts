import { writeEvents, writeStatus } from "../../../protocol/xapi/cli-writer.ts";
import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import { feedbackExpressions, type FeedbackExpression } from "../../model/feedback-expressions.ts";
import type { Device } from "../../peer/device.ts";
import { findExpression, MOST_EXPRESSIONS } from "../../peer/monitoring/feedback/expressions.ts";
import type { Notification } from "../../peer/monitoring/feedback/notifications.ts";
import { linesOfDocument, writeDocument } from "../documents/write-document.ts";
import { done, refused } from "./answers.ts";
import type { Answer, Print } from "./shell.ts";
import type { ShellPreferences } from "./x-preferences.ts";

/** What may follow `xFeedback`. */
export const feedbackActions = ["list", "register", "deregister"] as const;

interface Registered {
  readonly expression: string;
  readonly selected: readonly FeedbackExpression[];
}

/** What one shell has registered for by `xFeedback`; it is lost at log-out. */
export class ShellFeedback {
  /** By their numbers, which stay as they are when another is deregistered. */
  readonly #registered = new Map<number, Registered>();
  #print: Print | undefined;
  #end: (() => void) | undefined;

  constructor(
    private readonly device: Device,
    private readonly preferences: Pick<ShellPreferences, "feedbackAsXml">,
  ) {}

  /** Somebody is there to read what is told. */
  open(print: Print): void {
    this.#print = print;
  }

  close(): void {
    this.#registered.clear();
    this.#subscribe();
  }

  /** `xFeedback list`, `register <expression>`, `deregister <n>`. */
  run({ words: [, typed, ...rest], args, value, help }: CommandLine): Answer {
    if (help !== undefined) return feedbackHelp();
    const [argument, ...more] = value === undefined ? rest : [...rest, value];
    const [stray] = [...more, ...args.map(({ name }) => name)];
    if (stray !== undefined) return refused(`"${stray}" is too much: xFeedback takes one expression or number`);
    const found = feedbackActions.filter((action) => typed !== undefined && action.startsWith(typed.toLowerCase()));
    switch (found.length === 1 ? found[0] : undefined) {
      case "list":
        return argument === undefined ? this.#list() : refused(`"${argument}" after list`);
      case "register":
        return this.#register(argument);
      case "deregister":
        return this.#deregister(argument);
      default:
        return refused(
          `xFeedback takes one of ${feedbackActions.join(", ")}${typed === undefined ? "" : `, not "${typed}"`}`,
        );
    }
  }

  #list(): Answer {
    const numbered = [...this.#registered].toSorted(([a], [b]) => a - b);
    return done(numbered.map(([number, { expression }]) => `${number}: "${expression}"`));
  }

  #register(typed: string | undefined): Answer {
    if (typed === undefined)
      return refused("An expression is missing, such as Event/CallConnected: xFeedback ? lists all");
    const found = findExpression(typed);
    if (!found.ok) return refused(found.reason);
    const { expression, selected } = found;
    if ([...this.#registered.values()].some((one) => one.expression === expression)) return done();
    let number = 1;
    while (this.#registered.has(number)) number++;
    if (number > MOST_EXPRESSIONS) return refused(`A shell registers at most ${MOST_EXPRESSIONS} expressions`);
    this.#registered.set(number, { expression, selected });
    this.#subscribe();
    return done(this.device.notifications.noteUntold(selected));
  }

  #deregister(typed: string | undefined): Answer {
    if (typed === "0") this.#registered.clear();
    else if (!/^\d{1,2}$/.test(typed ?? "") || !this.#registered.delete(Number(typed))) {
      const numbers = ["0 for all", ...[...this.#registered.keys()].toSorted((a, b) => a - b)].join(", ");
      return refused(`"${typed ?? ""}" is not the number of an expression that is registered: one of ${numbers}`);
    }
    this.#subscribe();
    return done();
  }

  #subscribe(): void {
    this.#end?.();
    const selected = [...this.#registered.values()].flatMap((one) => one.selected);
    const print = this.#print;
    this.#end =
      print && selected.length > 0
        ? this.device.notifications.subscribe(selected, (notification) => print(this.#linesOf(notification)))
        : undefined;
  }

  #linesOf({ root, elements }: Notification): readonly string[] {
    if (this.preferences.feedbackAsXml) return linesOfDocument(writeDocument(this.device, root, elements));
    return root === "Event" ? writeEvents(elements) : writeStatus(elements);
  }
}

function feedbackHelp(): Answer {
  const width = Math.max(...feedbackExpressions.map(({ path }) => path.length)) + 2;
  return done([
    "- Feedback -",
    "",
    "list",
    "register <expression>",
    `deregister <0..${MOST_EXPRESSIONS}>`,
    "",
    ...feedbackExpressions.map(({ path, tells }) => `${path.padEnd(width)}${tells}`),
  ]);
}
