/** Where the files of a peer begin. */
export const ROOT = "/";

/** An absolute path without `.`, `..` and empty parts. Nothing lies above `/`, so no `..` leads out of it. */
export function resolvePath(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The directory that a resolved path lies in; `/` lies in itself. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/")) || ROOT;

/** The last part of a resolved path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
