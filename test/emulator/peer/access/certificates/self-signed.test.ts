import { X509Certificate } from "node:crypto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { selfSignedCertificate } from "../../../../../emulator/peer/access/certificates/self-signed.ts";
import { runs } from "../../../../runs.ts";

it("a self-signed certificate carries its names and verifies, whatever the serial number and the century", () => {
  const serial = fc.uint8Array({ minLength: 15, maxLength: 15 });
  const moment = fc.integer({ min: Date.UTC(2013, 0), max: Date.UTC(2060, 0) });
  fc.assert(
    fc.property(serial, moment, (serialNumber, now) => {
      const { certificate } = selfSignedCertificate({
        subject: "expe1.example.com",
        address: "127.0.10.1",
        serialNumber,
        now,
      });
      const read = new X509Certificate(certificate);
      expect(read.verify(read.publicKey)).toBe(true);
      expect(read.subjectAltName).toBe("DNS:expe1.example.com, IP Address:127.0.10.1");
      expect(Date.parse(read.validFrom)).toBeLessThan(now);
      expect(Date.parse(read.validTo)).toBeGreaterThan(now);
    }),
    runs(40),
  );
});
