import { readFileSync } from "node:fs";

/** The script that keeps an open page up to date, read once. */
export const liveScript = readFileSync(new URL("./live.js", import.meta.url), "utf8");
