import { expect } from "vitest";
import { run } from "./program.ts";

/** What `GET /status` of the control API answers, as far as tests look at it. */
export interface Status {
  readonly clock: { readonly speed: number; readonly elapsedSeconds: number };
  readonly peers: readonly {
    readonly name: string;
    readonly ports: Readonly<Record<string, number>>;
    readonly state: string;
    readonly cluster: readonly { readonly state: string }[];
    readonly clusterDatabase: string | null;
    readonly alarms: readonly unknown[];
  }[];
}

/** Asks the control API. */
export async function ask<Answer>(control: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(new URL(path, control), {
    method: body === undefined ? "GET" : "POST",
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

export interface HttpsPlace {
  readonly address: string;
  readonly ports: { readonly https: number };
}

/** What a peer answers to its administrator. */
export async function curl({ address, ports }: HttpsPlace, path: string, document = ""): Promise<string> {
  const data = document === "" ? [] : ["--data-binary", document];
  const url = `https://${address}:${ports.https}${path}`;
  const { stdout } = await run("curl", ["-sSk", "--max-time", "10", "--user", "admin:TANDBERG", ...data, url]);
  return stdout;
}
