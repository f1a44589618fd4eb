import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { skipWithout } from "../interop/program.ts";

/** Debian's Chromium: without windows of its own, which draws the same and takes a third less time; or the whole of it. */
const EXECUTABLES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

const executable = EXECUTABLES.find((path) => existsSync(path));

export const hasBrowser = executable !== undefined;

/** The tests of this file or group look at pages in Chromium. */
export const needsBrowser = (): void => skipWithout("chromium-headless-shell or chromium", hasBrowser);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executable !== undefined && { executablePath: executable }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
