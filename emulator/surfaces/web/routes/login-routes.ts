import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Account } from "../../../peer/access/accounts/account.ts";
import type { Device } from "../../../peer/device.ts";
import { accountByCertificate, certificateIsLogin } from "../../https/client-certificates.ts";
import { loginPage } from "../layout/login-page.tsx";
import { forgetCookies, sendCookies, sessionOf } from "../../https/session-cookies.ts";
import { sourceOf } from "../../https/requests.ts";
import { sendPage } from "./send-page.ts";
import { SentFields } from "../form/sent-fields.ts";
import type { Sessions } from "../../https/sessions.ts";

/** Logging in and out. */
export function addLoginRoutes(app: FastifyInstance, device: Device, sessions: Sessions): void {
  app.get("/", (request, reply) =>
    reply.redirect(sessionOf(request, sessions).state === "live" ? "/overview" : "/login/", 302),
  );
  if (certificateIsLogin(device)) {
    app.get("/login", (request, reply) => logInByCertificate(request, reply, device, sessions));
    app.post("/login", (request, reply) => logInByCertificate(request, reply, device, sessions));
  } else {
    app.get("/login", (_request, reply) => sendPage(reply, loginPage({ device })));
    app.post("/login", (request, reply) => logIn(request, reply, device, sessions));
  }
  app.get("/logout", (request, reply) => {
    const found = sessionOf(request, sessions);
    if (found.state === "live") {
      sessions.close(found.session);
      logSession(device, "Admin Session Finish", request, found.session.account.name);
    }
    forgetCookies(reply);
    return reply.redirect("/login/", 302);
  });
}

/** One line of the Event Log about a session. */
export function logSession(
  device: Device,
  event: "Admin Session Start" | "Admin Session Finish" | "Admin Session Login Failure",
  request: FastifyRequest,
  user: string,
  detail?: string,
): void {
  const { address, port } = sourceOf(request);
  device.log.event("web", event, { User: user, "Src-ip": address, "Src-port": port, Detail: detail });
}

/** Only name and password count: the other fields of the form differ from client to client. */
async function logIn(
  request: FastifyRequest,
  reply: FastifyReply,
  device: Device,
  sessions: Sessions,
): Promise<unknown> {
  const sent = new SentFields(request.body);
  const username = sent.get("username") ?? "";
  const account = await device.accounts.authenticate(username, sent.get("password") ?? "", "web");
  const refuse = (failure: string): Promise<void> => {
    logSession(device, "Admin Session Login Failure", request, username, failure);
    return sendPage(reply, loginPage({ device, username, failure }));
  };
  if (!account) {
    device.protection.failed("web-auth", sourceOf(request).address);
    return refuse("invalid username or password");
  }
  if (!openSession(request, reply, { device, sessions, account })) return refuse(TOO_MANY);
  return reply.redirect("/overview", 302);
}

/** Nobody is asked for a password: the certificate that the browser has presented says who comes. */
async function logInByCertificate(
  request: FastifyRequest,
  reply: FastifyReply,
  device: Device,
  sessions: Sessions,
): Promise<unknown> {
  const login = accountByCertificate(device, request, "web");
  const refuse = (username: string, failure: string): Promise<void> => {
    logSession(device, "Admin Session Login Failure", request, username, failure);
    return sendPage(reply.code(403), loginPage({ device, failure, byCertificate: true }));
  };
  if (!login.ok) return refuse(login.name, login.reason);
  const { account } = login;
  if (!openSession(request, reply, { device, sessions, account })) return refuse(account.name, TOO_MANY);
  return reply.redirect("/overview", 302);
}

const TOO_MANY = "the limit of administrator sessions is reached";

interface Entrance {
  readonly device: Device;
  readonly sessions: Sessions;
  readonly account: Account;
}

/** @returns whether there was room for another session */
function openSession(request: FastifyRequest, reply: FastifyReply, { device, sessions, account }: Entrance): boolean {
  const session = sessions.open(account, sourceOf(request));
  if (!session) return false;
  logSession(device, "Admin Session Start", request, account.name);
  sendCookies(reply, session);
  return true;
}
