import type { OptionWords } from "../../../form/option-words.ts";

/** Levels of log modules as the pages write them. */
export const levelWords: OptionWords = {
  FATAL: "Fatal",
  ERROR: "Error",
  WARN: "Warn",
  INFO: "Info",
  DEBUG: "Debug",
  TRACE: "Trace",
};
