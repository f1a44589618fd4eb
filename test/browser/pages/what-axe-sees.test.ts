import { afterAll, beforeAll, expect, test } from "vitest";
import { loopback } from "../../loopback.ts";
import { hasBrowser, needsBrowser } from "../browser.ts";
import { PageTester } from "./page-tester.ts";

needsBrowser();

let tester: PageTester;

beforeAll(async () => {
  if (hasBrowser) tester = await PageTester.start(loopback(1), "vcs-expressway");
});

afterAll(() => tester?.stop());

test("axe would find a picture without words and ink like paper", async () => {
  await tester.page.goto(`${tester.peer.httpsUrl}/overview`);
  await tester.page.evaluate(
    `document.querySelector("main").innerHTML += '<img src="/static/icon.svg"><p class="faint">faint</p>';
     document.querySelector(".faint").style.color = "#eee";`,
  );
  const found = await tester.violations();
  expect(found.map((violation) => violation.split(":")[0])).toEqual(["color-contrast", "image-alt"]);
});
