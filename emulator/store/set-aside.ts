import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";

/** Files that SQLite keeps beside a database; the first holds what is committed and not yet in the database. */
const LOG = "-wal";
const INDEX = "-shm";

/** Copies a database under the next free name, `peer.sqlite.damaged-1`. @returns that name */
export function setAside(file: string): string {
  let number = 1;
  while (existsSync(`${file}.damaged-${number}`)) number++;
  const evidence = `${file}.damaged-${number}`;
  copyFileSync(file, evidence);
  if (existsSync(file + LOG)) copyFileSync(file + LOG, evidence + LOG);
  return basename(evidence);
}

/** Has a database made and puts it in place of another, in one step. */
export function moveInto(file: string, make: (file: string) => void): void {
  const made = `${file}.new`;
  for (const ending of ["", LOG, INDEX]) rmSync(made + ending, { force: true });
  make(made);
  // What was committed to the old one would be put into the new one.
  for (const ending of [LOG, INDEX]) rmSync(file + ending, { force: true });
  renameSync(made, file);
}
