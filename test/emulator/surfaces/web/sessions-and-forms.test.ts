import type { LightMyRequestResponse } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minutes } from "../../../../emulator/world/duration.ts";
import { multipart } from "./multipart.ts";
import { root } from "./upload-rows.ts";
import { barOf, formIdOf, WebClient } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const ADMIN = { user: "admin" };
const NOT_OURS =
  "<b>Failed</b>: The form has not been taken: it does not belong to this session. Make the change again";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});
afterEach(() => web.close());

/** A form of each kind: where it goes, what is in it, whether it has had its effect. */
const forms = [
  {
    kind: "fields",
    page: "/dns",
    body: (sessionid: string) => urlEncoded({ sessionid, submitbutton: "Save", ip_dns_hostname: "forged" }),
    done: () => web.device.configuration.get("IP DNS Hostname") === "forged",
  },
  {
    kind: "a new row",
    page: "/createpipe",
    body: (sessionid: string) => urlEncoded({ sessionid, submitbutton: "Create pipe", name: "forged" }),
    done: () => web.device.configuration.rows.of("Bandwidth Pipe").length > 0,
  },
  {
    kind: "a file",
    page: "/trustedcacertificate",
    body: (sessionid: string) => {
      const ca_file = { name: "forged.pem", bytes: Buffer.from(root.certificate) };
      return multipart({ sessionid, submitbutton: "Append CA certificate", ca_file });
    },
    done: () => web.device.certificates.trusted !== "",
  },
] as const;

function urlEncoded(fields: Readonly<Record<string, string>>) {
  return {
    payload: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
}

const formId = async (client = web.client): Promise<string> => formIdOf((await client.get("/dns")).body);

async function another(name: string): Promise<WebClient> {
  web.device.accounts.add({ Name: name, Password: "secret" }, ADMIN);
  const client = new WebClient(web.app);
  await client.logIn(name, "secret");
  return client;
}

const taken = async (): Promise<string> => formId();

type Answer = "taken" | "not ours" | "login" | "expired";

/** What happened before the form was sent. @returns the hidden field that goes with it */
const histories: Readonly<Record<string, readonly [prepare: () => Promise<string>, answer: Answer]>> = {
  "with the field of this session": [taken, "taken"],
  "with the field of an earlier session of the same account": [
    async () => {
      const earlier = await formId();
      await web.client.get("/logout");
      await web.client.logIn();
      return earlier;
    },
    "not ours",
  ],
  "with the field of a session beside this one": [
    async () => {
      const beside = new WebClient(web.app);
      await beside.logIn();
      return formId(beside);
    },
    "not ours",
  ],
  "with the field of somebody else's session": [async () => formId(await another("eve")), "not ours"],
  "with the field of the log-in page": [async () => formIdOf((await web.client.get("/login")).body), "not ours"],
  "with a cookie in place of the field": [
    async () => Promise.resolve(web.client.cookies.get("SHARPID") ?? ""),
    "not ours",
  ],
  "without the field": [async () => Promise.resolve(""), "not ours"],
  "again after the log-out": [
    async () => {
      const kept = [await formId(), new Map(web.client.cookies)] as const;
      await web.client.get("/logout");
      for (const [name, value] of kept[1]) web.client.cookies.set(name, value);
      return kept[0];
    },
    "login",
  ],
  "after the session was terminated by another administrator": [
    async () => {
      const id = await formId();
      web.device.sessions.all()[0]?.terminate("another");
      return id;
    },
    "login",
  ],
  "after as long as the session lasts": [
    async () => {
      const id = await formId();
      await web.world.clock.advance(minutes(30));
      return id;
    },
    "expired",
  ],
  "after the wall clock of the peer has jumped by an hour": [
    async () => {
      const id = await formId();
      web.peer.clock.step(minutes(60));
      return id;
    },
    "taken",
  ],
  "a minute before the session ends": [
    async () => {
      const id = await formId();
      await web.world.clock.advance(minutes(29));
      return id;
    },
    "taken",
  ],
};

function whatCameOf({ statusCode, headers, body }: LightMyRequestResponse): Answer | undefined {
  if (statusCode === 303) return "taken";
  if (statusCode === 302 && headers.location === "/login/") return "login";
  if (body.includes("<b>Login expired</b>")) return "expired";
  return barOf(body) === NOT_OURS ? "not ours" : undefined;
}

describe.each(forms)("a form with $kind", ({ page, body, done }) => {
  test.each(Object.entries(histories))("that is sent %s", async (_history, [prepare, expected]) => {
    const form = body(await prepare());
    const cookies = Object.fromEntries(web.client.cookies);
    const answer = await web.app.inject({ method: "POST", url: page, cookies, ...form });
    expect(whatCameOf(answer)).toBe(expected);
    expect(answer.body).not.toContain("forged");
    expect(done()).toBe(expected === "taken");
  });
});

test("the system session limit counts everybody, root as well, and refuses all but root", async () => {
  web.device.configuration.set([{ path: "Management Session MaxConcurrentSessionsTotal", value: "3" }], ADMIN);
  const source = { address: "192.0.2.9", port: 5000 };
  const asRoot = () => web.device.sessions.open({ user: "root", type: "CLI", source }, () => {});
  expect(asRoot()).toBeDefined();
  const eve = await another("eve");
  web.device.accounts.add({ Name: "bob", Password: "secret" }, ADMIN);
  const bob = new WebClient(web.app);
  expect((await bob.logIn("bob", "secret")).body).toContain("the limit of administrator sessions is reached");
  expect(asRoot()).toBeDefined();
  await eve.get("/logout");
  await web.client.get("/logout");
  expect((await bob.logIn("bob", "secret")).statusCode).toBe(302);
});

test("a session that has expired makes room", async () => {
  web.device.configuration.set([{ path: "Management Session MaxConcurrentSessionsUser", value: "1" }], ADMIN);
  const beside = new WebClient(web.app);
  expect((await beside.logIn()).statusCode).toBe(200);
  await web.world.clock.advance(minutes(30));
  expect((await beside.logIn()).statusCode).toBe(302);
});

test("no answer asks for HTTPS for a year: that came with later releases", async () => {
  for (const url of ["/login", "/overview", "/administration", "/nowhere", "/static/style.css"])
    expect((await web.client.get(url)).headers["strict-transport-security"]).toBeUndefined();
});
