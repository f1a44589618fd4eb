import { expect, it } from "vitest";
import { mistyped } from "../../../../emulator/lab/slips/mistyped.ts";

it.each([
  ["twin", [], "twni"],
  ["aaa", [], "aaaa"],
  ["", [], "x"],
  ["cluster.lab.example.com", [], "clustre.lab.example.com"],
  ["ntp", [], "npt"],
  ["10.0.0.254", [], "10.0.0.245"],
  ["10.0.0.254", ["10.0.0.245", "10.0.0.1"], "10.0.0.2"],
  ["10.0.0.2", [], "10.0.0.22"],
  ["10.0.0.2", ["10.0.0.1", "10.0.0.22"], "10.0.0.3"],
  // Neither 10.0.0.01 nor 10.0.0.291 is an address of a host.
  ["10.0.0.10", [], "10.0.0.1"],
  ["10.0.0.219", [], "10.0.0.1"],
])("%j, where %j are taken, becomes %j", (text, taken, wrong) => {
  expect(mistyped(text, taken)).toBe(wrong);
});
