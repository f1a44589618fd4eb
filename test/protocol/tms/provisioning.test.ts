import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeTmsRequest,
  decodeTmsState,
  encodeTmsRefusal,
  encodeTmsRequest,
  encodeTmsState,
  type TmsRequest,
} from "../../../protocol/tms/provisioning.ts";
import { attempt } from "../attempt.ts";

const count = fc.nat(1_000_000);
const serialNumber = fc.stringMatching(/^[0-9A-F]{8}$/);

const requests: fc.Arbitrary<TmsRequest> = fc.oneof(
  fc.constant({ kind: "look" } as const),
  fc.record({ kind: fc.constant("report" as const), serialNumber, devices: count }),
  fc.record({ kind: fc.constant("limit" as const), licenses: count }),
);

describe("what a peer and its TMS say to each other", () => {
  it("comes back", () => {
    fc.assert(
      fc.property(requests, count, fc.dictionary(serialNumber, count), (request, licenses, systems) => {
        expect(decodeTmsRequest(encodeTmsRequest(request, "192.0.2.254"))).toEqual(request);
        expect(decodeTmsState(encodeTmsState({ licenses, systems }))).toEqual({ licenses, systems: { ...systems } });
      }),
    );
  });

  it.each([
    ["GET / HTTP/1.1", "", /allowed are GET \/tms\/provisioning/],
    ["DELETE /tms/provisioning HTTP/1.1", "", /allowed are GET/],
    ["PUT /tms/provisioning/systems/none HTTP/1.1", "{}", /systems\/<serial>/],
    ["PUT /tms/provisioning/licenses HTTP/1.1", "12", /not a JSON object/],
    ["PUT /tms/provisioning/licenses HTTP/1.1", "{", /not a JSON object/],
    ["PUT /tms/provisioning/licenses HTTP/1.1", '{"licenses":-1}', /"licenses": a whole number from 0/],
    ["PUT /tms/provisioning/systems/0E5C0001 HTTP/1.1", '{"devices":1.5}', /"devices": a whole number/],
    ["nothing of the kind", "", /allowed are GET/],
  ])("%j with %j is refused, and told what is allowed", (startLine, body, reason) => {
    const request = { startLine, headers: new Map<string, string>(), body: Buffer.from(body) };
    expect(attempt(() => decodeTmsRequest(request))).toMatchObject({
      name: "MalformedMessage",
      message: expect.stringMatching(reason) as string,
    });
  });

  it("an answer that tells no state is none", () => {
    const wrong = { ...encodeTmsState({ licenses: 1, systems: {} }), body: Buffer.from('{"licenses":1}') };
    for (const answer of [encodeTmsRefusal("no"), wrong])
      expect(attempt(() => decodeTmsState(answer))).toMatchObject({ name: "MalformedMessage" });
  });
});
