import { Option } from "commander";
import { endpoint, numberBetween } from "./options.ts";

/** `--speed` of every command that starts something. */
export const speedOption = (): Option =>
  new Option("--speed <n>", "emulated seconds per real second").argParser(numberBetween(0, 100_000)).env("XTWIN_SPEED");
/** `--control` of what is not found through the lab that runs. */
export const controlOption = (): Option =>
  new Option("--control <address:port>", "where the control API listens")
    .argParser(endpoint)
    .default(endpoint("127.0.0.1:4380"))
    .env("XTWIN_CONTROL");
