import type { FastifyInstance, LightMyRequestResponse } from "fastify";

import { multipart, type SentTestFile } from "./multipart.ts";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without a window: keeps cookies, sends forms, follows nothing by itself. */
export class WebClient {
  readonly cookies = new Map<string, string>();

  constructor(private readonly app: FastifyInstance) {}

  get(url: string): Promise<LightMyRequestResponse> {
    return this.#request("GET", url);
  }

  /** Sends fields as they are. */
  async send(url: string, fields: Fields): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of typeof value === "string" ? [value] : value) body.append(name, each);
    return this.#request("POST", url, body.toString());
  }

  /** Loads a page and sends its form: the hidden field comes from the page. */
  async submit(url: string, fields: Fields, button = "Save"): Promise<LightMyRequestResponse> {
    const page = await this.get(url);
    return this.send(url, { sessionid: formIdOf(page.body), submitbutton: button, formbutton: button, ...fields });
  }

  /** The same with a file in the form. */
  async upload(
    url: string,
    button: string,
    fields: Readonly<Record<string, string | SentTestFile>>,
  ): Promise<LightMyRequestResponse> {
    const page = await this.get(url);
    const form = multipart({ sessionid: formIdOf(page.body), submitbutton: button, ...fields });
    return this.app.inject({ method: "POST", url, cookies: Object.fromEntries(this.cookies), ...form });
  }

  async logIn(username = "admin", password = "TANDBERG"): Promise<LightMyRequestResponse> {
    return this.send("/login", { username, password, submitbutton: "Login", formbutton: "Login" });
  }

  async #request(method: "GET" | "POST", url: string, payload?: string): Promise<LightMyRequestResponse> {
    const response = await this.app.inject({
      method,
      url,
      cookies: Object.fromEntries(this.cookies),
      ...(payload !== undefined && {
        payload,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
    });
    for (const { name, value } of response.cookies) this.cookies.set(name, value);
    return response;
  }
}

/** What a client that reads line by line finds: the hidden field right after the form's tag, its value last on the line. */
export function formIdOf(html: string): string {
  const found = /^.*<form [^>]*><input type="hidden" name="sessionid" id="sessionid" value="([^"]+)">$/m.exec(html);
  if (!found?.[1]) throw new Error("the page has no form with a sessionid");
  return found[1];
}

/** The text in the bar at the top of a page. */
export function barOf(html: string): string | undefined {
  return /<td class="[^"]*">(<b>(?:Success|Failed)<\/b>: .*?)<\/td>/.exec(html)?.[1];
}

/** A tag with its attributes, whose values may hold a `>`. */
const TAG = String.raw`(?:"[^"]*"|[^">])*>`;

/** The value that a text field or a drop-down shows, as the page writes it. */
export function shownIn(html: string, name: string): string | undefined {
  return shownFields(html).get(name);
}

/** The text fields and drop-downs of a page with what they show. */
export function shownFields(html: string): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const [input] of html.matchAll(new RegExp(`<input type="(?:text|password)"${TAG}`, "g")))
    shown.set(/ name="([^"]*)"/.exec(input)?.[1] ?? "", / value="([^"]*)"/.exec(input)?.[1] ?? "");
  for (const [, name = "", options = ""] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    shown.set(name, /<option selected>([^<]*)</.exec(options)?.[1] ?? "");
  return shown;
}

/** The rows of the list on a page: the text of each cell. */
export function listRows(html: string): string[][] {
  const list = /<table class="list">.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
  const tags = new RegExp(`</?[a-z]${TAG}`, "g");
  return list
    .split("</tr>")
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<td [^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell.replaceAll(tags, "").trim()),
    );
}

/** The rows of the status tables on a page: item and value as text, the lines of a value apart by a blank. */
export function tableRows(html: string): [string, string][] {
  const tags = new RegExp(`</?[a-z]${TAG}`, "g");
  const text = (cell: string): string => cell.replaceAll(tags, " ").replaceAll(/\s+/g, " ").trim();
  return [...html.matchAll(/<td id="tt\d+r\d+c1">(.*?)<\/td><td id="tt\d+r\d+c2">(.*?)<\/td>/gs)].map(
    ([, item = "", value = ""]) => [text(item), text(value)],
  );
}
