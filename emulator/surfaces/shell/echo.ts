import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/** `echo on|off`, a command of the sister products: whether a terminal shows what is typed. */
export function echo({ words: [, state, ...more], args, value, help }: CommandLine): Answer {
  if (help !== undefined) return done(["*h echo <on/off>", "     Whether typed characters are shown."]);
  const typed = [state, ...more, ...args.map(({ name }) => name), value].filter((word) => word !== undefined);
  const [wanted] = typed;
  if (typed.length !== 1 || !/^(on|off)$/i.test(wanted ?? "")) {
    return refused(`"${typed.join(" ")}" is not allowed: one of on, off`);
  }
  return { ...done(), echo: wanted?.toLowerCase() === "on" };
}
