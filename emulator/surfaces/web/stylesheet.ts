import { readFileSync } from "node:fs";

/** The style sheet of all pages, read once. */
export const stylesheet = readFileSync(new URL("./twin.css", import.meta.url), "utf8");
