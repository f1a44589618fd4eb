import { createCipheriv, createDecipheriv, pbkdf2 } from "node:crypto";
import { MalformedMessage } from "../malformed.ts";

/**
 * The format of `openssl enc -aes-256-cbc -pbkdf2`: "Salted__", 8 bytes of salt, then AES-256 in CBC mode. Key and
 * initialization vector are PBKDF2 of the password, HMAC-SHA-256, 10,000 times. The format tells nothing of changes: what is
 * in it has to.
 */
const MAGIC = Buffer.from("Salted__");
export const SALT_BYTES = 8;
const ITERATIONS = 10_000;
const KEY_BYTES = 32;
const VECTOR_BYTES = 16;
const CIPHER = "aes-256-cbc";

/** True for what `encrypt` has written, as far as its beginning tells. */
export const isEncrypted = (data: Uint8Array): boolean => MAGIC.equals(data.subarray(0, MAGIC.byteLength));

/** @param salt 8 bytes by chance */
export async function encrypt(plain: Uint8Array, password: string, salt: Uint8Array): Promise<Uint8Array> {
  const { key, vector } = await derive(password, salt);
  const cipher = createCipheriv(CIPHER, key, vector);
  return Buffer.concat([MAGIC, salt, cipher.update(plain), cipher.final()]);
}

/** @throws MalformedMessage when it is no such text, or the end is not one that the password explains */
export async function decrypt(data: Uint8Array, password: string): Promise<Uint8Array> {
  const body = data.subarray(MAGIC.byteLength + SALT_BYTES);
  if (!isEncrypted(data) || body.byteLength === 0) throw new MalformedMessage("not encrypted by openssl enc");
  const { key, vector } = await derive(password, data.subarray(MAGIC.byteLength, MAGIC.byteLength + SALT_BYTES));
  const decipher = createDecipheriv(CIPHER, key, vector);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new MalformedMessage("the password is wrong, or the text was cut or changed");
  }
}

function derive(password: string, salt: Uint8Array): Promise<{ key: Buffer; vector: Buffer }> {
  return new Promise((resolve, reject) => {
    pbkdf2(password, salt, ITERATIONS, KEY_BYTES + VECTOR_BYTES, "sha256", (error, derived) =>
      error ? reject(error) : resolve({ key: derived.subarray(0, KEY_BYTES), vector: derived.subarray(KEY_BYTES) }),
    );
  });
}
