// Adds to package-lock.json the optional packages for other platforms that a registry mirror did not have when the lock was
// written: without their entries `npm ci` refuses the lock. Run it after `npm install` where that happens.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const { "": root, ...packages } = lock.packages;
const added = [];

/** `@oxlint/binding-linux-x64-gnu` names a system, a processor and a C library. */
function platformOf(name) {
  const [system, processor = "", library = ""] = name.split("/").at(-1).replace("binding-", "").split("-");
  const cpu = { armv7: "arm", gnueabihf: "arm" }[processor] ?? processor;
  const libc = system === "linux" && library !== "" ? [library.startsWith("musl") ? "musl" : "glibc"] : undefined;
  return { cpu: [cpu], ...(libc && { libc }), os: [system] };
}

for (const entry of Object.values(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (key in packages) continue;
    packages[key] = { version, ...(entry.dev && { dev: true }), license: "MIT", optional: true, ...platformOf(name) };
    added.push(name);
  }
}
const sorted = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
lock.packages = { "": root, ...Object.fromEntries(sorted) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} added ${added.join(" ")}\n`);
