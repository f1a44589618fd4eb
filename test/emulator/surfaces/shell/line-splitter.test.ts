import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LineSplitter } from "../../../../emulator/surfaces/shell/line-splitter.ts";

function split(packets: readonly string[]): string[] {
  const splitter = new LineSplitter();
  const events = [...packets.flatMap((packet) => [...splitter.read(packet)]), ...splitter.finish()];
  return events.map((event) => (event.kind === "line" ? event.text : event.kind));
}

test.each([
  ["one\ntwo\n", ["one", "two"]],
  ["one\r\n\r\ntwo\r", ["one", "", "two"]],
  ["one\n\ntwo", ["one", "", "two"]],
  ["", []],
])("%j", (text, lines) => expect(split([text])).toEqual(lines));

test("it does not matter how the network cuts the text", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "\r", "\n", "\r\n")), (parts) => {
      const text = parts.join("");
      expect(split([...text])).toEqual(split([text]));
    }),
  );
});
