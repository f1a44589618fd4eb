import { expect } from "vitest";
import type { PageTester } from "./page-tester.ts";

/** A page is for everybody: in light and in dark, on a wide screen and on a telephone, without a word on the console. */
export async function expectGoodLooks(tester: PageTester): Promise<void> {
  expect(await tester.flaws()).toEqual({ inLight: [], inDark: [], pixelsTooWide: 0, onConsole: [] });
}
