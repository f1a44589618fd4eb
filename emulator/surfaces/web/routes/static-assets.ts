import { readFileSync } from "node:fs";

const asset = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), "utf8");

/** The style sheet of all pages, read once. */
export const stylesheet = asset("twin.css");

/** The script that keeps an open page up to date, read once. */
export const liveScript = asset("live.js");
