import { builtinModule } from "./imports.ts";
import { identifierName, isNode, lineAt, memberName, parse, stringValue, visit } from "./syntax.ts";
import type { Finding, SyntaxNode } from "./syntax.ts";

const useClock = "ask the clock you were given";
const useTimers = "set timers on the clock you were given";
const useRandom = "use the random source you were given";
const useProcess = "only main.ts speaks to the process";

/** Globals that are an effect just by being used. */
const effects: Record<string, string> = {
  setTimeout: useTimers,
  setInterval: useTimers,
  setImmediate: useTimers,
  queueMicrotask: useTimers,
  console: "use the log you were given",
};

/** Members of globals and of Node's modules that read or change the outside world. */
const members: Record<string, Record<string, string>> = {
  Math: { random: useRandom },
  performance: { now: useClock, timeOrigin: useClock },
  AbortSignal: { timeout: useTimers },
  crypto: eachSays(useRandom, "randomUUID randomBytes randomInt randomFill randomFillSync getRandomValues"),
  process: eachSays(useProcess, "env argv stdin stdout stderr exit exitCode on once hrtime"),
};

/** What `main.ts` may not take from the process all the same. */
const notEvenMain = new Set(["hrtime"]);

/** Other names of the owners above. */
const alsoCalled: Record<string, string> = { webcrypto: "crypto" };

/** Objects of the world's own whose `listen` is the right one to call. */
const worldListeners = new Set(["network", "listeners"]);

/** Where a file reaches for the outside world by itself instead of using what it was handed. */
export function reachesOutside(path: string, text: string): Finding[] {
  if (path.startsWith("emulator/world/")) return [];
  const root = parse(path, text);
  const aliases = moduleAliases(root);
  const found: Finding[] = [];
  const say = (node: SyntaxNode, what: string, why: string): void => {
    found.push({ where: `${path}:${lineAt(text, node.start)}`, what: `${what}: ${why}` });
  };
  const sayMember = (node: SyntaxNode, name: string | undefined, member: string): void => {
    if (name === undefined) return;
    const owner = aliases.get(name) ?? alsoCalled[name] ?? name;
    if (path === "emulator/main.ts" && owner === "process" && !notEvenMain.has(member)) return;
    const why = own(owner === "globalThis" ? { ...effects, Date: useClock } : members[owner], member);
    if (why !== undefined) say(node, `${owner}.${member}`, why);
  };

  visit(root, (node, parent, property) => {
    const name = identifierName(node);
    if (name !== undefined && parent !== undefined && isReference(parent, property)) {
      const why = own(effects, name) ?? (name === "Date" && !isPureDate(node, parent) ? useClock : undefined);
      if (why !== undefined) say(node, name, why);
    }
    const member = memberName(node);
    if (member !== undefined) sayMember(node, lastName(node["object"]), member);
    for (const { owner, taken } of takenByName(node)) sayMember(node, owner, taken);
    if (node.type === "CallExpression" && isNode(node["callee"]) && memberName(node["callee"]) === "listen") {
      const owner = lastName(node["callee"]["object"]);
      if (owner === undefined || !worldListeners.has(owner)) say(node, ".listen(", "use the network you were given");
    }
  });
  return found;
}

function eachSays(why: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, why]));
}

/** A property of a table, and not one that every object has. */
function own(table: Record<string, string> | undefined, name: string): string | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Whether an identifier in this place of its parent stands for a value: not the name of a property, a type, an import. */
function isReference(parent: SyntaxNode, property: string | undefined): boolean {
  if (parent.type === "MemberExpression") return property === "object" || parent["computed"] === true;
  if (property === "key") return parent["computed"] === true;
  if (parent.type.startsWith("TS")) return property === "expression" && !/Heritage|Implements/.test(parent.type);
  return !parent.type.endsWith("Specifier");
}

/** `new Date(moment)`, `Date.UTC`, `Date.parse` and `instanceof Date` ask nobody for the time. */
function isPureDate(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.type === "NewExpression")
    return parent["callee"] === node && (parent["arguments"] as unknown[]).length > 0;
  if (parent.type === "BinaryExpression") return parent["operator"] === "instanceof";
  return ["UTC", "parse", "prototype"].includes(memberName(parent) ?? "");
}

/** `a` of `a`, and `b` of `x.a.b`. */
function lastName(node: unknown): string | undefined {
  return isNode(node) ? (identifierName(node) ?? memberName(node)) : undefined;
}

/** The names that a file gives to whole modules of Node: `import * as random from "node:crypto"`. */
function moduleAliases(root: SyntaxNode): Map<string, string> {
  const aliases = new Map<string, string>();
  visit(root, (node) => {
    const module = node.type === "ImportDeclaration" ? builtinModule(stringValue(node["source"]) ?? "") : undefined;
    if (module === undefined) return;
    for (const specifier of node["specifiers"] as SyntaxNode[]) {
      const local = identifierName(specifier["local"]);
      if (local !== undefined && specifier.type !== "ImportSpecifier") aliases.set(local, module);
    }
  });
  return aliases;
}

/** What imports and destructuring take by name: `import { randomBytes } from "node:crypto"`, `const { env } = process`. */
function takenByName(node: SyntaxNode): { owner: string | undefined; taken: string }[] {
  if (node.type === "ImportDeclaration" && node["importKind"] !== "type") {
    const owner = builtinModule(stringValue(node["source"]) ?? "");
    return (node["specifiers"] as SyntaxNode[])
      .filter((specifier) => specifier["importKind"] !== "type")
      .flatMap((specifier) => identifierName(specifier["imported"]) ?? [])
      .map((taken) => ({ owner, taken }));
  }
  if (node.type === "VariableDeclarator" && isNode(node["id"]) && node["id"].type === "ObjectPattern") {
    const owner = lastName(node["init"]);
    return (node["id"]["properties"] as SyntaxNode[])
      .flatMap((property) => identifierName(property["key"]) ?? [])
      .map((taken) => ({ owner, taken }));
  }
  return [];
}
