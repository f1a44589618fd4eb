import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { sampleValues } from "../../emulator/surfaces/every-item/sample-values.ts";
import { itemOfField, type FieldItem } from "./item-of-field.ts";
import type { PageTester } from "./page-tester.ts";

/** A field of a form and the item that it stands for. */
interface Field extends FieldItem {
  readonly locator: Locator;
  readonly isDropDown: boolean;
  /** The value that it shows, in the words of the model. */
  readonly shown: string;
}

/** Fields whose change would end the visit: without a directory nobody comes in by one. */
const NOT_NOW: ReadonlySet<string> = new Set(["Administration TimeOut", "Login Source Admin"]);

/** The fields of the page's form that stand for items. */
async function fieldsOf({ page }: PageTester): Promise<readonly Field[]> {
  const inputs = page.locator("form.page-form :is(input, select)[name]");
  // All at once: a page may have a hundred.
  const seen = await inputs.evaluateAll((all) =>
    all.map((one) => ({
      name: one.getAttribute("name") ?? "",
      isDropDown: one.tagName === "SELECT",
      value: String(Reflect.get(one, "value")),
      chosen: Number(Reflect.get(one, "selectedIndex")),
    })),
  );
  return seen.flatMap(({ name, isDropDown, value, chosen }): Field[] => {
    const found = itemOfField(name);
    if (!found) return [];
    const { values } = found.item;
    // The page has words of its own for some values, but offers them in the order of the model.
    const shown = isDropDown && values.kind === "oneOf" ? (values.values[chosen] ?? "") : value;
    return [{ ...found, locator: page.locator(`form.page-form [name="${name}"]`), isDropDown, shown }];
  });
}

async function enter({ locator, isDropDown, item: { values } }: Field, value: string): Promise<void> {
  if (!isDropDown) await locator.fill(value);
  else if (values.kind === "oneOf") await locator.selectOption({ index: values.values.indexOf(value) });
  else await locator.selectOption(value);
}

/** Another value that the field takes. */
async function anotherValue(field: Field, present: string): Promise<string | undefined> {
  if (field.isDropDown && field.item.values.kind !== "oneOf") {
    const offered = await field.locator.locator("option").allInnerTexts();
    return offered.find((each) => each !== present && each !== "");
  }
  return sampleValues(field.item).valid.find((value) => value !== present && value !== "");
}

const printed = (value: string, { item: { values } }: Field): string =>
  values.kind === "text" ? `"${value.replaceAll('"', '\\"')}"` : value;

/**
 * A form shows what the model has, saves a change that CLI and XML then show, and refuses a bad value.
 * @returns whether the page has fields of the model at all
 */
export async function expectGoodForm(tester: PageTester): Promise<boolean> {
  const fields = await fieldsOf(tester);
  if (fields.length === 0) return false;
  const { configuration } = tester.peer.device();
  for (const field of fields.filter(({ item }) => item.values.kind !== "secret"))
    expect([field.path, field.shown]).toEqual([field.path, configuration.read(field.path) ?? ""]);
  await expectSaved(tester, fields);
  await expectRefused(tester, await fieldsOf(tester));
  return true;
}

async function expectSaved(tester: PageTester, fields: readonly Field[]): Promise<void> {
  const [chosen, value] = await firstChangeable(tester, fields);
  if (!chosen || value === undefined) throw new Error("the page has no field that could be changed");
  await enter(chosen, value);
  await tester.pressSurely("Save");
  expect([chosen.path, value, await tester.bar()]).toEqual([chosen.path, value, "Success: Saved"]);
  expect(await tester.byCli(chosen.path)).toBe(`${chosen.path}: ${printed(value, chosen)}`);
  expect(await tester.byXml(chosen.path)).toBe(value);
}

async function firstChangeable(
  tester: PageTester,
  fields: readonly Field[],
): Promise<readonly [Field, string] | readonly []> {
  for (const field of fields) {
    if (field.item.values.kind === "secret" || NOT_NOW.has(field.path)) continue;
    const value = await anotherValue(field, tester.peer.device().configuration.read(field.path) ?? "");
    if (value !== undefined) return [field, value];
  }
  return [];
}

async function expectRefused(tester: PageTester, fields: readonly Field[]): Promise<void> {
  const { configuration } = tester.peer.device();
  // A field that means nothing beside the others is refused for that, whatever is typed.
  const always = fields.filter(({ item }) => item.shownWhen === undefined);
  const typed = always.find(({ isDropDown, item }) => !isDropDown && item.values.kind !== "secret");
  const field = typed ?? always[0];
  if (!field) return;
  const before = configuration.generation;
  const bad = sampleValues(field.item).invalid.find((value) => value !== "") ?? "none of these";
  if (field.isDropDown) await addOption(field, bad);
  else await field.locator.fill(bad);
  await tester.press("Save");
  expect([field.path, await tester.bar()]).toEqual([
    field.path,
    expect.stringMatching(/^Failed: .* is (not|too|none)/),
  ]);
  expect(configuration.generation).toBe(before);
  if (typed) expect(await field.locator.inputValue()).toBe(bad);
}

/** A browser offers no bad value in a drop-down; what else speaks HTTP may well send one. */
async function addOption({ locator }: Field, value: string): Promise<void> {
  await locator.evaluate((element, text) => {
    element.innerHTML += `<option>${text}</option>`;
  }, value);
  await locator.selectOption(value);
}
