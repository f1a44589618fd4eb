import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** Remembers where the user's running lab is controlled, so that `xtwin status` needs no address. */
const file = (): string => join(tmpdir(), `xtwin-${userInfo().uid}.json`);

export function rememberLab(control: string): void {
  writeFileSync(file(), JSON.stringify({ control }), { mode: 0o600 });
}

/** Forgets the lab, unless another has taken its place. */
export function forgetLab(control: string): void {
  if (rememberedLab() === control) rmSync(file(), { force: true });
}

export function rememberedLab(): string | undefined {
  try {
    const { control } = JSON.parse(readFileSync(file(), "utf8")) as { control?: unknown };
    return typeof control === "string" ? control : undefined;
  } catch {
    return undefined;
  }
}
