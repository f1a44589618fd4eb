import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { multipart } from "../web/multipart.ts";
import { barOf } from "../web/web-client.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";
import { nasty, stateOf } from "./inputs.ts";
import { runs } from "../../../runs.ts";

const PRODUCT = "vcs-expressway";

/** Every page with a form. */
const pages = menu.filter(
  (entry) => isPartOf(entry, { product: PRODUCT, hardware: "virtual-machine" }) && entry.page.submit !== undefined,
);

/** A peer that is told to restart is away for a while: its form is sent without a right to. */
const GOES_DOWN = "restartoptions";

let web: WebPeer;
let formId: string;
/** What the fields and buttons of each page are called. */
const names = new Map<string, readonly string[]>();

beforeAll(async () => {
  web = await startWebPeer({ product: PRODUCT });
  await logIn();
  for (const entry of pages) {
    const { body } = await web.client.get(`/${pageName(entry)}`);
    const fields = [...body.matchAll(/<(?:input|select|textarea)\b[^>]*? name="([^"]*)"/g)].map(
      ([, name = ""]) => name,
    );
    names.set(
      pageName(entry),
      [...new Set(fields)].filter((name) => name !== "sessionid"),
    );
  }
});
afterAll(() => web.close());

async function logIn(): Promise<void> {
  await web.client.logIn();
  const { body } = await web.client.get("/dns");
  formId = / name="sessionid" id="sessionid" value="([^"]*)"/.exec(body)?.[1] ?? "";
}

/** Texts that are no markup any more where a page shows them as they were typed. */
const markup = fc.constantFrom(
  "<script>hit()</script>",
  '"><script>hit()</script>',
  "'><img src=x onerror=hit()>",
  "</textarea></title><svg/onload=hit()>",
  '" autofocus onfocus="hit()',
  "javascript:hit()",
);

const text = fc.oneof(markup, nasty, fc.constantFrom("On", "Off", "1", "192.0.2.1", "yes"));

const button = fc.constantFrom("Save", "New", "Delete", "Upgrade", "Filter", "Acknowledge", "OK", "Lookup", "");

const post = fc.record({
  entry: fc.constantFrom(...pages),
  session: fc.constantFrom("own", "own", "own", "stale", "none"),
  kind: fc.constantFrom("form", "form", "files", "cut", "junk"),
  /** For as many fields of the page as there are texts; the rest is not sent. */
  texts: fc.array(text, { maxLength: 12 }),
  more: fc.dictionary(fc.oneof(fc.constantFrom("id", "select", "row", "pwd_is_changed", "__proto__"), nasty), text, {
    maxKeys: 3,
  }),
  button,
  query: fc.oneof(fc.constant(""), text),
});

/** What a post is made of, as it goes over the line. */
function payloadOf(kind: string, fields: Readonly<Record<string, string>>) {
  const form = "application/x-www-form-urlencoded";
  if (kind === "form") return { payload: new URLSearchParams(fields).toString(), headers: { "content-type": form } };
  if (kind === "junk") return { payload: `%%%=&=&;${JSON.stringify(fields)}`, headers: { "content-type": form } };
  const file = { name: "../../../../etc/passwd", bytes: Buffer.from(Object.values(fields).join()) };
  const sent = multipart({ ...fields, upload: file, file });
  return kind === "files" ? sent : { ...sent, payload: sent.payload.subarray(0, sent.payload.length / 2) };
}

/** Pages that wait for what a host answers. */
const TAKE_TIME: ReadonlySet<string> = new Set(["ping", "traceroute", "tracepath"]);

async function asTimePasses<T>(awaited: Promise<T>): Promise<T> {
  const turn = async (): Promise<undefined> => {
    await new Promise((next) => setImmediate(next));
    await web.world.clock.advance(1);
  };
  for (;;) {
    const answer = await Promise.race([awaited, turn()]);
    if (answer !== undefined) return answer;
  }
}

test("2,000 hostile posts: none breaks the peer, runs a script, or changes anything when it is refused", async () => {
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(post, async ({ entry, session, kind, texts, more, button: pressed, query }) => {
      const name = pageName(entry);
      const known = names.get(name) ?? [];
      const filled = Object.fromEntries(texts.flatMap((each, at) => (known[at] ? [[known[at], each]] : [])));
      const own = session === "own" && name !== GOES_DOWN;
      const id = own ? { sessionid: formId } : session === "none" ? {} : { sessionid: "of-somebody-else" };
      const fields = { ...more, ...filled, ...id, submitbutton: pressed, formbutton: pressed };
      const before = stateOf(web.device);
      const answering = web.app.inject({
        method: "POST",
        url: `/${name}?${new URLSearchParams({ filter: query }).toString()}`,
        cookies: Object.fromEntries(web.client.cookies),
        ...payloadOf(kind, fields),
      });
      const answer = await (TAKE_TIME.has(name) ? asTimePasses(answering) : answering);
      expect([200, 303, 400, 403, 404, 413, 415]).toContain(answer.statusCode);
      // Shown as typed: no bracket or quotation mark of it is one of the page's own.
      expect(answer.body).not.toMatch(/<script>hit|<img src=x|<svg\/onload|" onfocus="|href="javascript:/);
      const taken = answer.statusCode === 303 && barOf(answer.body) === undefined;
      expect(taken || stateOf(web.device) === before).toBe(true);
      expect(own || !taken).toBe(true);
      seen[taken ? "taken" : "refused"]++;
      // Somebody whose session has ended is asked to log in: the answers to come would all be the same.
      if (web.device.sessions.all().length === 0) await logIn();
    }),
    runs(2000),
  );
  expect((await web.client.get("/dns")).statusCode).toBe(200);
  // Were all of them refused for the same reason, the test would say nothing.
  // Of few, in a run that is ended by the clock, none may be taken.
  expect(seen.taken).toBeGreaterThan(seen.refused / 100 - 10);
  expect(seen.refused).toBeGreaterThanOrEqual(seen.taken);
}, 600_000);
