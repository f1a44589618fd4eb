import { describe, expect, test } from "vitest";
import { configurationItems, configurationLists } from "../../../emulator/model/configuration/index.ts";
import { restResources } from "../../../emulator/model/rest/index.ts";
import type { RestResource } from "../../../emulator/model/rest/resource.ts";

const all = restResources.map((resource) => [resource.path, resource] as const);

/** The items of the members with their words, and the list that each has to be in. */
function mapped({ served }: RestResource) {
  if (served.kind !== "single" && served.kind !== "rows" && served.kind !== "places") return [];
  const list = served.kind === "single" ? "" : `${served.list} [`;
  return served.members.flatMap(({ value }) =>
    value.kind === "item" || value.kind === "items"
      ? [{ item: value.item, words: value.kind === "item" ? value.words : undefined, list }]
      : [],
  );
}

/** The members by which a resource tells its rows or places. */
function tellers({ served }: RestResource): readonly string[] {
  if (served.kind === "rows") return [served.key];
  return served.kind === "places" ? [served.taken] : [];
}

test("no path stands twice", () => {
  expect(new Set(restResources.map(({ path }) => path)).size).toBe(restResources.length);
});

describe.each(all)("%s", (path, resource) => {
  test("has methods and sources, and its path says who serves it", () => {
    const { methods, sources, category } = resource;
    expect(methods.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    const [, tree] = /^\/api\/(?:provisioning|status)\/(common|controller|edge)\//.exec(path) ?? [];
    expect(category).toBe(tree ?? (/^\/api\/(management|external)\//.test(path) ? "management" : "standalone"));
  });

  test("names each member once, those that tell a row among them", () => {
    const names = "members" in resource.served ? resource.served.members.map(({ name }) => name) : [];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...tellers(resource)]));
  });

  test("maps onto items of its own list, with a word for each value where it has words", () => {
    for (const { item, words, list } of mapped(resource)) {
      expect(item.startsWith(list)).toBe(true);
      const values = configurationItems.find((one) => one.path === item)?.values;
      const known = values?.kind === "oneOf" ? values.values : [];
      expect(Object.keys(words ?? {}).toSorted()).toEqual(words ? [...known].toSorted() : []);
      const lists = configurationLists.map((one) => one.path);
      expect(list === "" || lists.some((one) => one.startsWith(list))).toBe(true);
    }
  });
});
