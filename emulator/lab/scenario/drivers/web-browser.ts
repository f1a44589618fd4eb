import type { HttpsClient, HttpsResponse } from "../../../world/https-client.ts";
import type { Login } from "../../../world/ssh-client.ts";
import type { FormBody, SentFields } from "./form-body.ts";
import { StepError } from "./step-error.ts";

import { multipartBody } from "./multipart-body.ts";
import type { WebForm } from "./web-form.ts";
import { WebPage } from "./web-page.ts";

/** A page that leads to another, which leads to another … */
const MOST_REDIRECTS = 5;

const URL_ENCODED = "application/x-www-form-urlencoded";

/** A browser without a window: keeps cookies, follows where it is led, sends forms, logs in when asked to. */
export class WebBrowser {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly client: HttpsClient,
    private readonly login: Login,
  ) {}

  /** Loads a page; where the peer wants a login first, logs in. */
  async load(path: string): Promise<WebPage> {
    const page = await this.#request("GET", path);
    if (!isLogin(page)) return page;
    await this.#logIn();
    return this.#request("GET", path);
  }

  /** Sends a form and follows to the page that comes then. */
  async send(page: WebPage, { method, action, sendsFiles }: WebForm, fields: SentFields): Promise<WebPage> {
    const texts = fields.map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : value.name,
    ]);
    const query = new URLSearchParams(texts).toString();
    const path = action ?? page.url;
    const body = sendsFiles ? multipartBody(fields) : { type: URL_ENCODED, content: query };
    const next =
      method === "POST" ? await this.#request("POST", path, body) : await this.#request("GET", `${path}?${query}`);
    if (isLogin(next)) throw new StepError("the session has expired: the page has to be opened again");
    return next;
  }

  async #logIn(): Promise<void> {
    const page = await this.#request("GET", "/login/");
    const [form] = page.forms;
    const [button] = form?.buttons ?? [];
    if (!form || !button) throw new StepError("the login page has no form");
    const { username, password } = this.login;
    const fields = form.controls.map(({ name, value = "" }): [string, string] => [
      name,
      name === "username" ? username : name === "password" ? password : value,
    ]);
    const content = new URLSearchParams([...fields, [button.name, button.value]]).toString();
    const next = await this.#request("POST", "/login", { type: URL_ENCODED, content });
    if (isLogin(next)) throw new StepError(`the peer does not let ${username} in: ${next.text}`);
  }

  async #request(method: string, path: string, body?: FormBody): Promise<WebPage> {
    let url = path;
    let response = await this.#exchange(method, url, body);
    for (let redirects = 0; isRedirect(response) && redirects < MOST_REDIRECTS; redirects++) {
      url = new URL(String(response.headers["location"]), `https://peer${url}`).href.slice("https://peer".length);
      response = await this.#exchange("GET", url);
    }
    const [, name] = /^attachment; filename="([^"]*)"$/.exec(String(response.headers["content-disposition"])) ?? [];
    return new WebPage(url, response.body, name === undefined ? undefined : { name, bytes: response.bytes });
  }

  async #exchange(method: string, path: string, body?: FormBody): Promise<HttpsResponse> {
    const response = await this.client.send({
      method,
      path,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body && { "content-type": body.type }),
      },
      ...(body && { body: body.content }),
    });
    for (const cookie of [response.headers["set-cookie"] ?? []].flat()) {
      const [, name, value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined) this.#cookies.set(name, value);
    }
    return response;
  }
}

const isRedirect = ({ status, headers }: HttpsResponse): boolean =>
  status >= 300 && status < 400 && headers["location"] !== undefined;

const isLogin = (page: WebPage): boolean => page.title === "Login";
