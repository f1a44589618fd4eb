import { scrypt, scryptSync, timingSafeEqual, type ScryptOptions } from "node:crypto";

const KEY_BYTES = 32;

/** 2 MB and a few milliseconds a password: many peers start in one process, each with two accounts. */
const COST = 2048;
const PARALLELIZATION = 2;
const BLOCK_SIZE = 8;

/** `scrypt$<N>,<p>$<salt>$<key>`, salt and key in base64. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  return written(salt, await derive(password, salt, COST, PARALLELIZATION));
}

/** The same at once: a configuration changes between two steps of a peer, or not at all. */
export function hashPasswordAtOnce(password: string, salt: Uint8Array): string {
  return written(salt, scryptSync(password, salt, KEY_BYTES, { N: COST, r: BLOCK_SIZE, p: PARALLELIZATION }));
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [scheme, cost, salt, key] = stored.split("$");
  if (scheme !== "scrypt" || !cost || !salt || !key) return false;
  const expected = Buffer.from(key, "base64");
  const [n = 0, p = 0] = cost.split(",").map(Number);
  const given = await derive(password, Buffer.from(salt, "base64"), n, p);
  return timingSafeEqual(expected, given);
}

const written = (salt: Uint8Array, key: Buffer): string =>
  `scrypt$${COST},${PARALLELIZATION}$${Buffer.from(salt).toString("base64")}$${key.toString("base64")}`;

function derive(password: string, salt: Uint8Array, cost: number, parallelization: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: BLOCK_SIZE, p: parallelization };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
