import { expect, test } from "vitest";
import { countOf, untouched } from "./carried";

const values = (goals: string) => ({ fields: { goals }, sections: {} });
const carried = [{ key: "goals", paragraphs: ["一、读书。", "二、听课。"] }];

test("a paragraph loses its mark while it is being changed", () => {
  expect(untouched(carried, values("一、读书。\n二、听课两次。")).get("goals")).toEqual(["一、读书。"]);
});

test("a new paragraph between two carried ones leaves their marks", () => {
  expect(countOf(untouched(carried, values("一、读书。\n新的一段\n二、听课。")))).toBe(2);
});

test("a field without carried paragraphs is not listed", () => {
  expect(untouched(carried, values("")).has("goals")).toBe(false);
});
