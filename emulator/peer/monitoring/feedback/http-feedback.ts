import { writeXml } from "../../../../protocol/xapi/xml-writer.ts";
import type { FeedbackExpression } from "../../../model/feedback-expressions.ts";
import type { PeerState } from "../../../store/state-rows.ts";
import type { Store } from "../../../store/store.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue } from "../../core/status-values.ts";
import { HttpPoster, type HttpPosterOptions } from "../../network/http/http-poster.ts";
import { readFeedbackUrl } from "../../network/http/target-url.ts";
import { findExpression, MOST_EXPRESSIONS } from "./expressions.ts";
import type { Notification, Notifications } from "./notifications.ts";

type Registration = PeerState["feedback"][number];

const PLACES = [1, 2, 3] as const;

export interface HttpFeedbackOptions extends HttpPosterOptions {
  readonly identity: Identity;
  readonly store: Store;
  readonly facts: Facts;
  readonly notifications: Notifications;
}

/** Management servers that are told of changes and events by HTTP or HTTPS. Their registrations outlive a restart; what waits for them does not. */
export class HttpFeedback implements Part {
  readonly name = "feedback";
  readonly status: StatusProviders = { Feedback: () => this.#status() };
  readonly commands: CommandHandlers = {
    FeedbackRegister: (args) => this.#register(args),
    FeedbackDeregister: ({ ID }) => this.#deregister(ID),
  };
  /** What ends the posts of a place. */
  readonly #running = new Map<number, () => void>();

  constructor(private readonly options: HttpFeedbackOptions) {}

  /** What it reports on has begun by then: a change on the way there is no news. */
  ready(): void {
    for (const registration of this.#registrations) this.#run(registration);
  }

  stop(): void {
    for (const end of this.#running.values()) end();
    this.#running.clear();
  }

  get #registrations(): readonly Registration[] {
    return this.options.store.state.get("feedback") ?? [];
  }

  #register(args: CommandArguments): CommandResult {
    const { URL: url = "" } = args;
    const verdict = readFeedbackUrl(url);
    if (!verdict.ok) return verdict;
    const expressions = new Map<string, readonly FeedbackExpression[]>();
    for (let number = 1; number <= MOST_EXPRESSIONS; number++) {
      const typed = args[`Expression.${number}`];
      if (typed === undefined) continue;
      const found = findExpression(typed);
      if (!found.ok) return found;
      expressions.set(found.expression, found.selected);
    }
    const taken = this.#registrations.map((registration) => registration.id);
    const id = args.ID === undefined ? PLACES.find((place) => !taken.includes(place)) : Number(args.ID);
    if (id === undefined) return { ok: false, reason: `Places ${PLACES.join(", ")} are taken: give the ID of one` };
    this.#put(id, { id, url, expressions: [...expressions.keys()] });
    const untold = this.options.notifications.noteUntold([...new Set([...expressions.values()].flat())]);
    const notes = untold.map((note, place): [number, StatusValue] => [place + 1, note]);
    return { ok: true, values: { ID: id, ...(notes.length > 0 && { Note: new Map(notes) }) } };
  }

  #deregister(place: string | undefined): CommandResult {
    const taken = this.#registrations.map(({ id }) => String(id));
    if (place !== undefined && taken.includes(place)) {
      this.#put(Number(place));
      return { ok: true };
    }
    const present = taken.join(", ") || "none";
    return {
      ok: false,
      reason:
        place === undefined
          ? `Give ID: registered are ${present}`
          : `Nothing is registered as ${place}; registered are ${present}`,
    };
  }

  /** Another registration in a place, or none. */
  #put(place: number, registration?: Registration): void {
    this.#running.get(place)?.();
    this.#running.delete(place);
    const others = this.#registrations.filter(({ id }) => id !== place);
    const all = [...others, ...(registration ? [registration] : [])].toSorted((a, b) => a.id - b.id);
    this.options.store.state.put("feedback", all);
    if (registration) this.#run(registration);
    this.options.facts.changed();
  }

  #run({ id, url, expressions }: Registration): void {
    const verdict = readFeedbackUrl(url);
    if (!verdict.ok) return;
    const poster = new HttpPoster(this.options, verdict.url);
    const selected = expressions.flatMap((expression) => {
      const found = findExpression(expression);
      return found.ok ? found.selected : [];
    });
    const end = this.options.notifications.subscribe(selected, (notification) =>
      poster.post(this.#document(notification)),
    );
    this.#running.set(id, () => {
      end();
      poster.stop();
    });
  }

  #document({ root, elements }: Notification): string {
    const version = this.options.identity.softwareVersion;
    return writeXml({ name: root, product: "TANDBERG VCS", version, children: elements });
  }

  #status(): ReadonlyMap<number, StatusValue> {
    const registrations = this.#registrations;
    return new Map(
      PLACES.map((place): [number, StatusValue] => {
        const registration = registrations.find(({ id }) => id === place);
        if (!registration) return [place, { Status: "Off" }];
        const { url, expressions } = registration;
        const numbered = expressions.map((expression, index): [number, string] => [index + 1, expression]);
        return [place, { Status: "On", URL: url, Expression: new Map(numbered) }];
      }),
    );
  }
}
