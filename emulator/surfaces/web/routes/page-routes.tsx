import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ComponentChildren } from "preact";
import type { Device } from "../../../peer/device.ts";
import { actorOf } from "../../https/requests.ts";
import { forgetCookies, sessionOf, watchingSessionOf } from "../../https/session-cookies.ts";
import type { Session, Sessions } from "../../https/sessions.ts";
import { accessLevelWords, toWords } from "../form/option-words.ts";
import { SentFields } from "../form/sent-fields.ts";
import { framedPage } from "../layout/frame.tsx";
import { Help } from "../layout/help-page.tsx";
import { loginPage } from "../layout/login-page.tsx";
import { RelatedTasks } from "../layout/related-tasks.tsx";
import { isOpenTo, mayActOn, pageTitle } from "../menus/page-place.ts";
import type { PageDirectory, PageEntry } from "../page-directory.ts";
import type { Outcome } from "../page.ts";
import type { Refusal, Visit } from "../visit.ts";
import { sendGoingDown } from "./going-down.tsx";
import { logSession } from "./login-routes.ts";
import { misplacedFile, readForm } from "./read-form.ts";
import { sendPage } from "./send-page.ts";

export interface PageRouteOptions {
  readonly device: Device;
  readonly sessions: Sessions;
  readonly pages: PageDirectory;
  /** Tells this life of the peer from the next. */
  readonly lifeId: string;
}

const NOT_OURS = "The form has not been taken: it does not belong to this session. Make the change again";

/**
 * One route for all pages of the table, and an answer for all other addresses. A route a page would take longer to add
 * than all else that a peer does when it starts.
 */
export function addPageRoutes(app: FastifyInstance, options: PageRouteOptions): void {
  const entries = new Map(options.pages.names());
  app.get<{ Params: { name: string } }>("/:name", async (request, reply) => {
    const entry = entries.get(request.params.name);
    if (!entry) return reply.callNotFound();
    if (request.headers["x-live"] !== undefined) return showAgain(request, reply, entry, options);
    const session = await requireSession(request, reply, options);
    if (session) await showPage(reply, entry, visitOf(request, session, options, entry));
  });
  app.post<{ Params: { name: string } }>("/:name", async (request, reply) => {
    const entry = entries.get(request.params.name);
    if (!entry?.page.submit) return reply.callNotFound();
    const session = await requireSession(request, reply, options);
    if (session) await takeForm({ request, reply, entry, visit: visitOf(request, session, options, entry) }, options);
  });
  app.get("/help", async (request, reply) => {
    const session = await requireSession(request, reply, options);
    if (session) await showHelp(reply, visitOf(request, session, options), options.pages);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const found = sessionOf(request, options.sessions);
    reply.code(404);
    // Programs that ask for what is not there are answered, not led to the log-in page.
    if (found.state !== "live") await reply.type("text/plain; charset=utf-8").send("Page not found\n");
    else await sendPage(reply, missingPage(visitOf(request, found.session, options)));
  });
}

/** The live session of a request; without one it is answered here and nothing else is to be done. */
export async function requireSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { device, sessions }: Pick<PageRouteOptions, "device" | "sessions">,
): Promise<Session | undefined> {
  const found = sessionOf(request, sessions);
  if (found.state === "live") return found.session;
  if (found.state === "none") {
    await reply.redirect("/login/", 302);
    return undefined;
  }
  logSession(device, "Admin Session Finish", request, found.session.account.name, "Session timed out");
  forgetCookies(reply);
  await sendPage(reply, loginPage({ device, expired: true }));
  return undefined;
}

function visitOf(
  request: FastifyRequest,
  session: Session,
  { device, pages }: PageRouteOptions,
  entry?: PageEntry,
): Visit {
  const { access } = session.account;
  request.account = session.account;
  return {
    device,
    session,
    actor: actorOf(request, session.account),
    url: request.url,
    query: new SentFields(request.query),
    pages: pages.openTo(access),
    mayAct: entry !== undefined && mayActOn(entry, access),
    port: request.port ?? undefined,
  };
}

async function showPage(reply: FastifyReply, entry: PageEntry, visit: Visit): Promise<void> {
  const { page } = entry;
  if (!isOpenTo(entry, visit.session.account.access)) return sendClosed(reply, entry, visit);
  if (page.exists?.(visit) === false) {
    await sendPage(reply.code(404), missingPage(visit));
    return;
  }
  const refresh = page.refresh?.(visit);
  if (refresh !== undefined) void reply.header("refresh", refresh);
  const { notice } = visit.session;
  visit.session.notice = undefined;
  await sendPage(reply, framedPage({ visit, place: entry, notice, content: contentOf(entry, visit) }));
}

const contentOf = (entry: PageEntry, visit: Visit, refusal?: Refusal): ComponentChildren => (
  <>
    {entry.page.view(visit, refusal)}
    <RelatedTasks entry={entry} visit={visit} />
  </>
);

/** Who may not see a page is told nothing of its fields either. */
async function showHelp(reply: FastifyReply, visit: Visit, pages: PageDirectory): Promise<void> {
  const entry = pages.find(visit.query.get("page") ?? "");
  if (!entry) return sendPage(reply.code(404), missingPage(visit));
  if (!isOpenTo(entry, visit.session.account.access)) return sendClosed(reply, entry, visit);
  const place = { menu: [...entry.menu, "Help"], title: `Help: ${pageTitle(entry)}` };
  await sendPage(reply, framedPage({ visit, place, content: <Help visit={visit} entry={entry} /> }));
}

/** The page as it is now, for its own script: what waits to be told once is not told yet. */
async function showAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  entry: PageEntry,
  options: PageRouteOptions,
): Promise<void> {
  const session = watchingSessionOf(request, options.sessions);
  if (!session) return void (await reply.code(401).send());
  const visit = visitOf(request, session, options, entry);
  if (!isOpenTo(entry, session.account.access) || entry.page.exists?.(visit) === false)
    return void (await reply.code(404).send());
  await sendPage(reply, framedPage({ visit, place: entry, content: entry.page.view(visit) }));
}

/** A form on its way through the checks: whose page it is of, and who sent it. */
interface SentForm {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly entry: PageEntry;
  readonly visit: Visit;
}

async function takeForm(sentForm: SentForm, options: PageRouteOptions): Promise<void> {
  const { request, reply, entry, visit } = sentForm;
  const { page } = entry;
  if (!page.submit || page.exists?.(visit) === false) {
    await sendPage(reply.code(404), missingPage(visit));
    return;
  }
  if (!isOpenTo(entry, visit.session.account.access)) return sendClosed(reply, entry, visit);
  if (!visit.mayAct) {
    void reply.code(403);
    return sendAgain(sentForm, `your account has ${accessWordsOf(visit)} access: it cannot make changes`);
  }
  const form = await readForm(request, page);
  if (!form.ok) return sendAgain(sentForm, form.reason);
  const { sent } = form;
  // What somebody else's page made the browser send is not shown again either.
  if (sent.get("sessionid") !== visit.session.formId) return sendAgain(sentForm, NOT_OURS);
  const misplaced = misplacedFile(sent, page);
  if (misplaced !== undefined) return sendAgain(sentForm, misplaced, { reason: misplaced, sent });
  const outcome = await page.submit(visit, sent);
  if (outcome.kind === "refused") return sendAgain(sentForm, outcome.reason, { ...outcome, sent });
  return sendOutcome(sentForm, outcome, options);
}

/** The page once more with the reason why its form was not taken, and what was typed where that is to be kept. */
function sendAgain({ request, reply, entry, visit }: SentForm, reason: string, refusal?: Refusal): Promise<void> {
  request.refusal = reason;
  const notice = { ok: false, text: reason };
  return sendPage(reply, framedPage({ visit, place: entry, notice, content: contentOf(entry, visit, refusal) }));
}

/** What comes of a form that was taken. */
async function sendOutcome(
  { reply, entry, visit }: SentForm,
  outcome: Exclude<Outcome, { readonly kind: "refused" }>,
  { device, lifeId }: PageRouteOptions,
): Promise<void> {
  switch (outcome.kind) {
    case "done":
      visit.session.notice = { ok: true, text: outcome.text };
      return void (await reply.redirect(outcome.to ?? visit.url, 303));
    case "go":
      return void (await reply.redirect(outcome.to, 303));
    case "ask":
      return sendPage(reply, framedPage({ visit, place: entry, content: outcome.question }));
    case "show": {
      const place = outcome.title === undefined ? entry : { menu: [...entry.menu, outcome.title] };
      return sendPage(reply, framedPage({ visit, place, content: outcome.content }));
    }
    case "file":
      return void (await reply
        .type("application/octet-stream")
        .header("content-disposition", `attachment; filename="${outcome.name}"`)
        .send(Buffer.from(outcome.bytes)));
    case "goDown": {
      const { restart, rebuild } = outcome;
      return sendGoingDown(reply, { device, actor: visit.actor, restart, rebuild, lifeId });
    }
  }
}

const accessWordsOf = ({ session }: Visit): string => toWords(accessLevelWords, session.account.access);

/** The answer where a page is not open to the access level of whoever asks. */
function sendClosed(reply: FastifyReply, place: PageEntry, visit: Visit): Promise<void> {
  const text = `your account has ${accessWordsOf(visit)} access: this page is not open to it`;
  const content = <a href="/overview">Overview</a>;
  return sendPage(reply.code(403), framedPage({ visit, place, notice: { ok: false, text }, content }));
}

function missingPage(visit: Visit): string {
  return framedPage({
    visit,
    place: { menu: ["Page not found"] },
    content: (
      <p>
        There is no such page, or the twin does not have it yet. <a href="/overview">Overview</a>
      </p>
    ),
  });
}
