import { errorTable } from "../../emulator/errors.ts";

/** `docs/reference/errors.md` */
export function errorsPage(): string {
  const sections = Object.entries(errorTable).map(
    ([code, { summary, remedy }]) => `## ${code}\n\n${summary}\n\n${remedy}\n`,
  );
  return [
    "# Errors of the emulator\n",
    "What `xtwin` itself may say. What the emulated product shows its users is in its alarms and pages.\n",
    ...sections,
  ].join("\n");
}
