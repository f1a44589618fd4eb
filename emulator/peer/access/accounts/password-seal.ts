import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Seal } from "../../configuration/seal.ts";
import { hashPasswordAtOnce } from "./password-hash.ts";
import { passwordFault } from "./strict-passwords.ts";

const SALT_BYTES = 16;

/** Refuses a password that breaks the rules for passwords, and keeps any other as its hash. */
export const passwordSeal =
  (configuration: Configuration, random: Random): Seal =>
  (password) => {
    const fault = passwordFault(password, (path) => configuration.get(path));
    return fault === undefined
      ? { ok: true, value: hashPasswordAtOnce(password, random.bytes(SALT_BYTES)) }
      : { ok: false, reason: fault };
  };
