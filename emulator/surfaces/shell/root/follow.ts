import type { VirtualFiles } from "../../../peer/maintenance/files/virtual-files.ts";
import type { Followed, Print } from "../shell.ts";

/** A file that is followed: as it was named, and resolved. */
export interface FollowedFile {
  readonly name: string;
  readonly path: string;
}

/** What files grow by from now on. Several are told apart by headings, as `tail` writes them. */
export function followFiles(files: VirtualFiles, followed: readonly FollowedFile[]): Followed {
  const waiting: (readonly string[])[] = [];
  let print: Print = (lines) => void waiting.push(lines);
  let last = followed.at(-1);
  const ends = followed.map((file) =>
    files.follow(file.path, (line) => {
      const heading = file === last ? [] : ["", `==> ${file.name} <==`];
      last = file;
      print([...heading, line]);
    }),
  );
  return {
    start: (to) => {
      for (const lines of waiting.splice(0)) to(lines);
      print = to;
    },
    stop: () => {
      for (const end of ends) end();
    },
  };
}

/** What becomes of lines that are followed when each goes through something that may say nothing of it. */
export function followThrough(
  source: Followed,
  through: (lines: readonly string[]) => Promise<readonly string[]>,
): Followed {
  let before = Promise.resolve();
  return {
    start: (print) =>
      source.start((lines) => {
        before = before.then(async () => {
          const left = await through(lines);
          if (left.length > 0) print(left);
        });
      }),
    stop: () => source.stop(),
  };
}
