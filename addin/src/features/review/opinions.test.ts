import { expect, it } from "vitest";
import type { CreditRow } from "../../api/credits";
import type { Scheme } from "../../api/scheme";
import { isChanged, opinionList } from "./opinions";

it("the list names each credit that a year can have", () => {
  const scheme = { credit: { declaredPerYear: 2 }, opinions: [{ text: "同意", recognises: "full" }, { text: "核定{{ credit }}分", recognises: "given" }, { text: "退回补正", recognises: "none" }] } as unknown as Scheme;
  expect(opinionList(scheme)).toEqual(["同意", "核定0分", "核定2分", "退回补正"]);
});

it("a reason that differs only in blanks at its ends is no change", () => {
  const row = { opinion: "同意", opinionReason: "材料齐全" } as CreditRow;
  expect(isChanged(row, { opinion: "同意", reason: "材料齐全 " })).toBe(false);
  expect(isChanged(row, { opinion: "退回补正", reason: "材料齐全" })).toBe(true);
});
