import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { pageName } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { formIdOf } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

const MB = 1024 * 1024;
const LARGEST_UNLESS_TOLD = 32 * MB;
/** What may be on its way in the buffers of both ends when the answer comes. */
const ON_ITS_WAY = 8 * MB;

const pages = menu.flatMap((entry) =>
  (entry.page.takesFiles ?? []).map(
    (field) => [pageName(entry), field, entry.page.largestFile ?? LARGEST_UNLESS_TOLD] as const,
  ),
);

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer();
  await web.client.logIn();
  await web.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => web.close());

/** A form whose file has begun, told to be `length` long or sent in chunks; and what comes as an answer. */
async function begin(page: string, field: string, length: number | undefined) {
  const cookies = [...web.client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const sessionid = formIdOf((await web.client.get(`/${page}`)).body);
  const part = (head: string, content: string): string =>
    `--limit\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}`;
  const body =
    part('name="sessionid"', `${sessionid}\r\n`) + part(`name="${field}"; filename="large"`, "the file begins");
  const socket = connect((web.app.server.address() as AddressInfo).port, "127.0.0.1");
  // A server that has answered need not take the rest.
  socket.on("error", () => {});
  const answer = answerOf(socket);
  const size = length === undefined ? "transfer-encoding: chunked" : `content-length: ${length}`;
  const head = `POST /${page} HTTP/1.1\r\nhost: peer\r\ncookie: ${cookies}\r\ncontent-type: multipart/form-data; boundary=limit\r\n${size}\r\n\r\n`;
  socket.write(head + (length === undefined ? `${body.length.toString(16)}\r\n${body}\r\n` : body));
  return { socket, answer };
}

/** The page that a server sends, as soon as it is whole. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("</html>")) resolve(text);
    });
    socket.on("close", () => resolve(text));
  });
}

/** Chunks of zeros until the server has had enough. @returns how many bytes were sent */
async function pour(socket: Socket, answer: Promise<string>, most: number): Promise<number> {
  const state = { answered: false };
  void answer.then(() => (state.answered = true));
  const chunk = Buffer.concat([Buffer.from("40000\r\n"), Buffer.alloc(0x40000), Buffer.from("\r\n")]);
  let sent = 0;
  while (!state.answered && !socket.destroyed && sent < most) {
    sent += 0x40000;
    await new Promise((resolve) => {
      socket.write(chunk, resolve);
    });
  }
  return sent;
}

describe.each(pages)("/%s, a file in %s that is larger than it may be", (page, field, largest) => {
  const refused = `<b>Failed</b>: the file is larger than ${largest / MB} MB`;

  test("is refused by its length before it is sent", async () => {
    const { socket, answer } = await begin(page, field, 2 * largest);
    expect(await answer).toContain(refused);
    socket.destroy();
  });

  test("is refused without a length as soon as it shows", async () => {
    const { socket, answer } = await begin(page, field, undefined);
    const sent = await pour(socket, answer, largest + 4 * ON_ITS_WAY);
    expect(await answer).toContain(refused);
    expect(sent).toBeGreaterThan(largest);
    expect(sent).toBeLessThan(largest + ON_ITS_WAY);
    socket.destroy();
  });
});

test("the peer goes on, and nothing has changed", async () => {
  expect((await web.client.get("/overview")).statusCode).toBe(200);
  expect(web.device.certificates.trusted).toBe("");
  expect(web.device.loginImage.file).toBeUndefined();
});
