import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, parentOf, resolvePath } from "../../../../../emulator/peer/maintenance/files/resolve-path.ts";

test.each([
  ["/tmp", "release-key", "/tmp/release-key"],
  ["/tmp", "/etc//./hostname/", "/etc/hostname"],
  ["/tmp", "../../../../etc", "/etc"],
  ["/", "..", "/"],
  ["/tandberg/persistent", "../version", "/tandberg/version"],
  ["/tmp", "", "/tmp"],
  ["/tmp", "...", "/tmp/..."],
])("in %s, %s is %s", (directory, path, resolved) => expect(resolvePath(directory, path)).toBe(resolved));

const paths = fc
  .array(fc.constantFrom("..", ".", "", "a", "b ", "\0", "..."), { maxLength: 12 })
  .map((p) => p.join("/"));

test("no path leads above the root or keeps a way around", () => {
  fc.assert(
    fc.property(paths, paths, (directory, path) => {
      const resolved = resolvePath(resolvePath("/", directory), path);
      expect(resolved.startsWith("/")).toBe(true);
      expect(resolved.split("/").slice(1, resolved === "/" ? 1 : undefined)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^\.{0,2}$/)]),
      );
      expect(resolvePath("/", resolved)).toBe(resolved);
      expect(resolvePath(parentOf(resolved), nameOf(resolved))).toBe(resolved);
    }),
  );
});
