import { expect, it } from "vitest";
import type { DeadlineLine } from "../../api/deadlines";
import { changed } from "./changed";

const line = (formId: string, semester: number, set: string | null): DeadlineLine => ({
  formId, semester, set, due: set, sheet: null, title: formId, titleEn: formId, portfolio: "personal", semesterName: null, semesterNameEn: null,
});
const lines = [line("results", 0, null), line("semester-plan", 1, "2024-03-01"), line("semester-plan", 2, "2024-09-20")];

it("sends what differs, with what was seen", () => {
  expect(changed(lines, { "results 0": "2024-12-20", "semester-plan 1": "2024-03-01", "semester-plan 2": "" })).toEqual([
    { formId: "results", semester: 0, date: "2024-12-20", seen: null },
    { formId: "semester-plan", semester: 2, date: null, seen: "2024-09-20" },
  ]);
});

it("sends nothing where a day was typed and taken away again", () => {
  expect(changed(lines, { "results 0": "" })).toEqual([]);
});
