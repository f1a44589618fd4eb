import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeNtp, encodeNtp, fromBits, toBits } from "../../../protocol/ntp/packet.ts";

/** 1980 to 2100: both sides of the change of era in 2036. */
const moment = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2100, 0) });

describe("NTP packets", () => {
  it("times survive to well under a millisecond", () => {
    fc.assert(
      fc.property(moment, (time) => {
        expect(Math.abs(fromBits(toBits(time)) - time)).toBeLessThan(0.001);
      }),
    );
  });

  it("what is encoded is decoded", () => {
    const packet = fc.record({
      leap: fc.nat(3),
      version: fc.constantFrom(3, 4),
      mode: fc.nat(7),
      stratum: fc.nat(16),
      referenceId: fc.uint8Array({ minLength: 4, maxLength: 4 }),
      referenceTime: moment,
      receiveTime: moment,
      transmitTime: moment,
      originBits: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    });
    fc.assert(
      fc.property(packet, (one) => {
        const decoded = decodeNtp(encodeNtp(one));
        expect(decoded).toMatchObject({
          leap: one.leap,
          version: one.version,
          mode: one.mode,
          stratum: one.stratum,
          referenceId: one.referenceId,
          originBits: one.originBits,
        });
        expect(decoded?.transmitBits).toBe(toBits(one.transmitTime));
      }),
    );
  });

  it("what is too short is no packet", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 47 }), (data) => {
        expect(decodeNtp(data)).toBeUndefined();
      }),
    );
  });
});
