import * as fc from "fast-check";
import { expect, test } from "vitest";
import { imageKindOf, imageKinds, isWhole } from "../../../protocol/images/image-kind.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

test.each([
  ["\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "PNG"],
  ["GIF87a\u0001\0", "GIF"],
  ["GIF89a\u0001\0", "GIF"],
  ["\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF", "JPG"],
])("%j is a %s", (start, name) => {
  expect(imageKindOf(bytes(start))?.name).toBe(name);
});

test.each(["", "GIF88a", "\u0089PNG\n", "<svg xmlns=", "BM", "\u00ff\u00d8"])("%j is no image of them", (start) => {
  expect(imageKindOf(bytes(start))).toBeUndefined();
});

test("only the first bytes count", () => {
  const signatures = imageKinds.flatMap((kind) => kind.signatures.map((signature) => ({ kind, signature })));
  fc.assert(
    fc.property(fc.constantFrom(...signatures), fc.uint8Array(), ({ kind, signature }, rest) => {
      expect(imageKindOf(Uint8Array.from([...signature, ...rest]))).toBe(kind);
    }),
  );
});

test("an image is whole with its end, and with anything behind that", () => {
  fc.assert(
    fc.property(fc.constantFrom(...imageKinds), fc.uint8Array({ max: 0x30 }), fc.uint8Array(), (kind, body, rest) => {
      const cut = [...(kind.signatures[0] ?? []), ...body];
      expect(isWhole(Uint8Array.from(cut), kind)).toBe(false);
      expect(isWhole(Uint8Array.from([...cut, ...kind.end, ...rest]), kind)).toBe(true);
      expect(isWhole(Uint8Array.from([...cut, ...kind.end.slice(0, -1)]), kind)).toBe(false);
    }),
  );
});
