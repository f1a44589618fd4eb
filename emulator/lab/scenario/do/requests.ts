import { Type } from "typebox";
import type { HttpsResponse } from "../../../world/https-client.ts";
import type { Reply } from "../drivers/reply.ts";
import { peerAction } from "../kinds.ts";
import { textMember } from "../members.ts";

/** An XML document that is read. */
export const get = peerAction({
  key: "get",
  about: "Reads a document of the XML interface.",
  example: '{ peer: expe1, get: "/getxml?location=/Status/SystemUnit", returns: X8.1 }',
  members: { get: textMember("path and query") },
  perform: async ({ get: path }, peer) => replyOf(await peer.request({ method: "GET", path })),
});

/** An XML document that is put. */
export const put = peerAction({
  key: "put",
  about: "Puts a document of configuration or commands at /putxml.",
  example: '{ peer: expe1, put: "<Configuration><Bandwidth><Default>512</Default></Bandwidth></Configuration>" }',
  members: { put: textMember("the document") },
  perform: async ({ put: body }, peer) => {
    const headers = { "content-type": "text/xml" };
    const reply = replyOf(await peer.request({ method: "POST", path: "/putxml", headers, body }));
    // A command that failed has an answer like any other, with its status in it.
    return { ...reply, ok: reply.ok && !reply.text.includes('status="Error"') };
  },
});

/** Any HTTPS request, as programs send them. */
export const request = peerAction({
  key: "request",
  about: "Sends a request with the administrator's name and password. The status has to be one of 200 to 299.",
  example: "{ peer: expe1, request: { method: GET, path: /status.xml } }",
  members: {
    request: Type.Object(
      {
        method: Type.Enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
        path: textMember("path and query"),
        json: Type.Optional(Type.Unknown({ description: "sent as JSON" })),
      },
      { additionalProperties: false },
    ),
  },
  perform: async ({ request: { method, path, json } }, peer) => {
    if (json === undefined) return replyOf(await peer.request({ method, path }));
    const headers = { "content-type": "application/json" };
    return replyOf(await peer.request({ method, path, headers, body: JSON.stringify(json) }));
  },
});

const replyOf = ({ status, body }: HttpsResponse): Reply => ({
  ok: status >= 200 && status < 300,
  text: `${status} ${body}`,
});
