import * as fc from "fast-check";
import { attempt } from "../attempt.ts";
import { describe, expect, it } from "vitest";
import {
  decodeDatabaseAnswer,
  decodeDatabaseRequest,
  encodeDatabaseMessage,
} from "../../../protocol/cluster/database-message.ts";
import {
  decodeExchange,
  encodeExchange,
  exchangeSteps,
  type ExchangeStep,
} from "../../../protocol/cluster/key-exchange.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { decodeProbe, decodeReport, encodeProbe, encodeReport } from "../../../protocol/cluster/probe.ts";
import { decodeUsage, encodeUsage } from "../../../protocol/cluster/usage.ts";
import { FrameReader, openFrame, sealFrame } from "../../../protocol/cluster/sealed-frame.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const report = fc.record({
  clusterName: fc.string(),
  peers: fc.array(fc.ipV4(), { maxLength: 6 }),
  primary: fc.integer({ min: 1, max: 6 }),
  primaryAddress: fc.oneof(fc.constant(""), fc.ipV4()),
  contacts: fc.array(fc.ipV4(), { maxLength: 5 }),
  databaseFailures: fc.array(fc.ipV4(), { maxLength: 5 }),
  losses: fc.dictionary(
    fc.ipV4(),
    fc.record({
      lostAt: fc.nat(),
      seenAt: fc.nat(),
      softwareVersion: fc.string(),
      licenses: fc.dictionary(fc.constantFrom("rich media session", "TURN relay"), fc.nat()),
    }),
  ),
  softwareVersion: fc.string(),
  upgrading: fc.boolean(),
  h323: fc.boolean(),
  ntpSynchronized: fc.boolean(),
  lineage: fc.uuid(),
  generation: fc.nat(),
  digest: hex(64),
  unit: fc.record({
    systemName: fc.string(),
    serialNumber: hex(8),
    product: fc.constantFrom("expressway-e", "expressway-c"),
    platform: fc.constantFrom("small", "medium", "large"),
    features: fc.array(fc.constantFrom("E", "T", "G")),
  }),
  licenses: fc.dictionary(fc.constantFrom("rich media session", "TURN relay"), fc.nat()),
  diagnosticLogging: fc.record({ turn: fc.nat(), running: fc.boolean(), tcpdump: fc.boolean() }),
});

/** Runs a decoder on what cannot be right: it may refuse, in its own way, and nothing else. */
function decodesOrRefuses(decode: () => unknown): void {
  const outcome = attempt(decode);
  expect(outcome instanceof Error && !(outcome instanceof MalformedMessage) ? outcome : undefined).toBeUndefined();
}

describe("messages between peers", () => {
  it("key exchange: what is encoded is decoded", () => {
    const steps = Object.keys(exchangeSteps) as ExchangeStep[];
    const message = fc.record({
      step: fc.constantFrom(...steps),
      initiatorCookie: bytes(8),
      responderCookie: bytes(8),
      body: bytes(32),
    });
    fc.assert(
      fc.property(message, (one) => {
        expect(decodeExchange(encodeExchange(one))).toEqual(one);
      }),
    );
  });

  it("probe: what is sealed with a key opens with it and with no other", () => {
    const probe = fc.record({
      kind: fc.constantFrom("probe" as const, "answer" as const),
      association: hex(16),
      sequence: fc.nat(0xffff_ffff),
      tables: fc.nat(),
      clock: fc.nat(2 ** 48 - 1),
      body: report.map(encodeReport),
    });
    fc.assert(
      fc.property(probe, bytes(32), bytes(32), (one, key, other) => {
        const sealed = encodeProbe(one, key);
        const opened = decodeProbe(sealed, () => key);
        const { body, ...header } = one;
        expect(opened).toMatchObject(header);
        expect(decodeReport(opened?.body ?? new Uint8Array())).toEqual(decodeReport(body));
        fc.pre(Buffer.compare(key, other) !== 0);
        expect(decodeProbe(sealed, () => other)).toBeUndefined();
        expect(decodeProbe(sealed, () => undefined)).toBeUndefined();
      }),
    );
  });

  it("database: requests and answers come back as they were", () => {
    const row = fc.tuple(fc.string(), fc.option(fc.string()), fc.nat());
    const request = fc.record(
      { base: fc.record({ lineage: fc.string(), generation: fc.nat() }), editedHere: fc.array(fc.string()) },
      { requiredKeys: ["editedHere"] },
    );
    const call = fc.record({
      serialNumber: fc.uuid(),
      tag: fc.uuid(),
      source: fc.string(),
      destination: fc.string(),
      protocol: fc.constantFrom("SIP", "H323"),
      media: fc.constantFrom("video", "audio"),
      traversal: fc.boolean(),
      tokens: fc.nat(),
      allocated: fc.nat(),
      route: fc.array(fc.string()),
      startedAt: fc.nat(),
    });
    const past = fc.tuple(call, fc.nat(), fc.string()).map(([one, endedAt, reason]) => ({ ...one, endedAt, reason }));
    const answer = fc.oneof(
      fc.record({ kind: fc.constant("no peer file" as const) }),
      fc.record({
        kind: fc.constant("tables" as const),
        version: fc.nat(),
        calls: fc.array(call),
        history: fc.nat(),
        pastCalls: fc.array(past),
        alarms: fc.array(
          fc.record({
            uuid: fc.uuid(),
            text: fc.string(),
            action: fc.string(),
            status: fc.constantFrom("raised" as const, "acknowledged" as const),
            firstRaised: fc.nat(),
            lastRaised: fc.nat(),
          }),
        ),
      }),
      fc.record({ kind: fc.constant("refused" as const), reason: fc.string() }),
      fc.record({
        kind: fc.constant("rows" as const),
        full: fc.boolean(),
        lineage: fc.string(),
        generation: fc.nat(),
        digest: hex(64),
        rows: fc.array(row),
      }),
    );
    fc.assert(
      fc.property(request, (one) => {
        for (const asked of [
          { ask: "copy", request: one },
          { ask: "tables", history: 3, pastAfter: 7 },
        ] as const)
          expect(decodeDatabaseRequest(encodeDatabaseMessage(asked))).toEqual(asked);
      }),
    );
    fc.assert(
      fc.property(answer, (one) => {
        expect(decodeDatabaseAnswer(encodeDatabaseMessage(one))).toEqual(one);
      }),
    );
  });

  it("usage: what is told is heard", () => {
    const counts = fc.dictionary(fc.string(), fc.nat());
    const usage = fc.record({
      start: fc.uuid(),
      sequence: fc.nat(),
      tables: fc.nat(),
      bandwidth: counts,
      tokens: counts,
      calls: fc.array(
        fc.record({
          serialNumber: fc.uuid(),
          admittedAt: fc.nat(),
          kbps: fc.nat(),
          resources: fc.array(fc.string()),
          license: fc.string(),
          tokens: fc.nat(),
        }),
      ),
    });
    fc.assert(
      fc.property(usage, (one) => {
        expect(decodeUsage(encodeUsage(one))).toEqual({ ...one });
      }),
    );
  });

  it("frames: a stream cut anywhere gives the same frames; an altered one does not open", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 }),
        bytes(32),
        bytes(12),
        fc.integer({ min: 1, max: 40 }),
        (messages, key, iv, step) => {
          const stream = Buffer.concat(messages.map((message) => sealFrame(message, "0011223344556677", key, iv)));
          const reader = new FrameReader();
          const frames: Uint8Array[] = [];
          for (let at = 0; at < stream.length; at += step) frames.push(...reader.push(stream.subarray(at, at + step)));
          expect(frames.map((frame) => Buffer.from(openFrame(frame, () => key)?.message ?? "not opened"))).toEqual(
            messages.map((message) => Buffer.from(message)),
          );
          const altered = Uint8Array.from(frames[0] ?? []);
          altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
          expect(openFrame(altered, () => key)).toBeUndefined();
        },
      ),
    );
  });

  it("random bytes are refused, never more", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        decodesOrRefuses(() => decodeExchange(data));
        decodesOrRefuses(() => decodeProbe(data, () => new Uint8Array(32)));
        decodesOrRefuses(() => decodeReport(data));
        decodesOrRefuses(() => decodeDatabaseRequest(data));
        decodesOrRefuses(() => decodeDatabaseAnswer(data));
        decodesOrRefuses(() => decodeUsage(data));
        decodesOrRefuses(() =>
          new FrameReader().push(data).forEach((frame) => openFrame(frame, () => new Uint8Array(32))),
        );
      }),
    );
  });

  it("JSON of the wrong shape is refused", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        decodesOrRefuses(() => decodeReport(Buffer.from(text)));
        decodesOrRefuses(() => decodeDatabaseRequest(Buffer.from(text)));
        decodesOrRefuses(() => decodeDatabaseAnswer(Buffer.from(text)));
      }),
    );
  });
});
