import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decrypt, encrypt, isEncrypted } from "../../../protocol/archive/openssl-encryption.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { runs } from "../../runs.ts";

const salt = fc.uint8Array({ minLength: 8, maxLength: 8 });
const password = fc.string({ minLength: 1 });

describe("encryption as openssl enc does it", () => {
  it("gives back what was encrypted, under its password", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), password, salt, async (plain, secret, chance) => {
        const encrypted = await encrypt(plain, secret, chance);
        expect(isEncrypted(encrypted)).toBe(true);
        expect([...(await decrypt(encrypted, secret))]).toEqual([...plain]);
      }),
      runs(30),
    );
  });

  it("never gives it back under another password", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8 }), password, password, salt, async (plain, one, other, chance) => {
        fc.pre(one !== other);
        const encrypted = await encrypt(plain, one, chance);
        const read = await decrypt(encrypted, other).catch((error: unknown) => error);
        const another = read instanceof Uint8Array && Buffer.compare(read, plain) !== 0;
        expect(another || read instanceof MalformedMessage).toBe(true);
      }),
      runs(30),
    );
  });

  it("that is cut is malformed, or something else", async () => {
    const encrypted = await encrypt(
      Buffer.from("a text that is longer than one block of the cipher"),
      "p",
      Buffer.alloc(8),
    );
    for (let length = 0; length < encrypted.byteLength; length++) {
      const read = await decrypt(encrypted.subarray(0, length), "p").catch((error: unknown) => error);
      expect(read).toBeInstanceOf(MalformedMessage);
    }
  });
});
