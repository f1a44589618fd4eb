import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHARACTERS_KEPT } from "../../../../emulator/surfaces/shell/input.ts";
import { LineEditor } from "../../../../emulator/surfaces/shell/line-editor.ts";
import { Screen } from "./screen.ts";

const words = ["xStatus ", "xConfiguration ", "xCommand "];
const complete = (line: string): string[] =>
  words.filter((word) => word.toLowerCase().startsWith((line.split(" ").at(-1) ?? "").toLowerCase()));

interface Typed {
  readonly lines: string[];
  readonly ended: boolean;
  readonly screen: Screen;
}

/** What somebody is told in the middle of typing. */
interface Told {
  readonly told: string;
}

/** Types texts, each as one packet, at a terminal. */
function type(packets: readonly (string | Told)[], { prompt = "", columns = 20 } = {}): Typed {
  const editor = new LineEditor(prompt, columns, complete);
  const screen = new Screen(columns);
  screen.write(prompt);
  const lines: string[] = [];
  let ended = false;
  for (const packet of packets) {
    if (typeof packet !== "string") {
      screen.write(editor.interrupt(packet.told));
      continue;
    }
    for (const event of editor.read(packet)) {
      if (event.kind === "echo") screen.write(event.text);
      else if (event.kind === "end") ended = true;
      else {
        lines.push(event.text);
        screen.write(prompt);
      }
    }
  }
  return { lines, ended, screen };
}

describe("what is typed", () => {
  test.each([
    ["is a line at each line end", "one\rtwo\r\nthree\n", ["one", "two", "three"]],
    ["may be empty", "\r\r\n\n", ["", "", ""]],
    ["can be taken back", "xstats\x7f\x7f\x7f\x08atus\r", ["xsatus"]],
    ["can be changed in the middle", "xsttus\x1b[D\x1b[D\x1b[Da\r", ["xstatus"]],
    ["can be changed at its ends", "status\x01x\x05 Calls\x1b[Hy\x1b[3~\r", ["ystatus Calls"]],
    ["can be cut", "xstatus Calls\x17Zones\r", ["xstatus Zones"]],
    ["can be cut on either side of the cursor", "abcdef\x1b[D\x1b[D\x15x\x06\x0b\r", ["xe"]],
    ["can be given up", "xcommand boot\x03xstatus\r", ["xstatus"]],
    ["comes back", "one\rtwo\r\x1b[A\x1bOA\r", ["one", "two", "one"]],
    ["waits while an old line is shown", "one\rtw\x1b[A\x1b[Bo\r", ["one", "two"]],
    ["is completed", "xst\tCalls\r", ["xStatus Calls"]],
    ["is completed as far as it is certain", "x\tf\r", ["xf"]],
    ["may have keys that nobody knows", "a\x1b[15~\x1b[1;5Cb\x1bxc\x00\x07d\r", ["abcd"]],
    ["may have characters of any kind", "Zürich 😀\x7f東\r", ["Zürich 東"]],
  ])("%s", (_, text, lines) => expect(type([text]).lines).toEqual(lines));

  test("may be cut in two by the network, keys and line ends too", () => {
    const text = "ab\x1b[Dc\r\ndef\x1bOD\x7f\r";
    expect(type(Array.from(text)).lines).toEqual(type([text]).lines);
  });

  test("ends with Ctrl-D on an empty line only", () => {
    expect(type(["\x04"]).ended).toBe(true);
    expect(type(["ab\x01\x04\r"])).toMatchObject({ ended: false, lines: ["b"] });
  });

  test("is not endless", () => {
    expect(type(["x".repeat(CHARACTERS_KEPT + 10), "\r"]).lines[0]).toHaveLength(CHARACTERS_KEPT);
  });
});

describe("what is shown", () => {
  test("is the line behind the prompt", () => {
    const { screen } = type(["hostnme\x1b[D\x1b[Da"], { prompt: "~ # " });
    expect(screen.rows).toEqual(["~ # hostname"]);
    expect(screen.cursor).toEqual({ row: 0, column: 10 });
  });

  test("goes over several rows and back", () => {
    const { screen } = type([`${"0123456789".repeat(4)}\x01X`], { columns: 20 });
    expect(screen.rows).toEqual(["X0123456789012345678", "90123456789012345678", "9"]);
    expect(screen.cursor).toEqual({ row: 0, column: 1 });
  });

  const keys = fc.constantFrom(
    "a",
    "b",
    " ",
    "\x7f",
    "\x04",
    "\x1b[D",
    "\x1b[C",
    "\x1b[A",
    "\x1b[B",
    "\x01",
    "\x05",
    "\x15",
    "\x0b",
    "\x17",
    "\t",
  );

  test("is always the line that Enter gives, and the cursor is where a character would go", () => {
    const typing = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom("a", "b", "c") }, keys), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(typing, fc.integer({ min: 5, max: 12 }), fc.constantFrom("", "~ # "), (pressed, columns, prompt) => {
        // A line to come back to, then whatever, never Ctrl-D on an empty line.
        const before = ["xyz\r", ...pressed];
        const shown = type(before, { columns, prompt });
        const marked = type([...before, "!", "\r"], { columns, prompt });
        const entered = type([...before, "\r"], { columns, prompt });
        const line = prompt + (entered.lines.at(-1) ?? "");
        const rows = line.match(new RegExp(`.{1,${columns}}`, "gs")) ?? [];
        const start = Math.floor((prompt.length + 3) / columns) + 1;
        expect(shown.screen.rows.slice(start)).toEqual(trimmed(rows));
        const place = prompt.length + (marked.lines.at(-1) ?? "").indexOf("!");
        expect(shown.screen.cursor).toEqual({ row: start + Math.floor(place / columns), column: place % columns });
      }),
    );
  });

  test("goes on below what somebody is told in the middle of it", () => {
    const typing = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom("a", "b", "c") }, keys), {
      maxLength: 60,
    });
    const shape = fc.record({
      columns: fc.integer({ min: 5, max: 12 }),
      prompt: fc.constantFrom("", "~ # "),
    });
    fc.assert(
      fc.property(typing, typing, shape, (first, then, { columns, prompt }) => {
        const start = Math.floor((prompt.length + 3) / columns) + 1;
        const plain = type(["xyz\r", ...first, ...then], { columns, prompt });
        const told = type(["xyz\r", ...first, { told: "*e x\r\n" }, ...then], { columns, prompt });
        const [before, added, ...below] = [told.screen.rows.slice(0, start), ...told.screen.rows.slice(start)];
        expect(before).toEqual(plain.screen.rows.slice(0, start));
        expect(added).toBe("*e x");
        expect(below).toEqual(plain.screen.rows.slice(start));
        expect(told.screen.cursor).toEqual({ row: plain.screen.cursor.row + 1, column: plain.screen.cursor.column });
        expect(told.lines).toEqual(plain.lines);
      }),
    );
  });

  test.each(["\r", "\x03"])("is no longer there once %j has been echoed", (key) => {
    const editor = new LineEditor("", 20, complete);
    expect([...editor.read("half")]).toHaveLength(4);
    const [echo] = editor.read(key);
    expect(echo).toMatchObject({ kind: "echo", text: expect.stringMatching(/\r\n$/) as string });
    expect(editor.interrupt("told\r\n")).toBe("\r\x1b[Jtold\r\n \r");
  });
});

function trimmed(rows: readonly string[]): string[] {
  const kept = rows.map((row) => row.trimEnd());
  while (kept.at(-1) === "") kept.pop();
  return kept;
}
