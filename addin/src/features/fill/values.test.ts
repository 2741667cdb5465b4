import { describe, expect, it } from "vitest";
import type { Form, FormField } from "../../api/scheme";
import { faultOf, fromData, normalise, sameValues, toData, withValue, type FormValues } from "./values";

const field = (key: string, type: FormField["type"], more: Partial<FormField> = {}): FormField => ({
  key, type, label: key, labelEn: key, required: false, maxLength: null, minimum: null, maximum: null, choices: [], prompt: null, computed: false, ink: false, ...more,
});
const form = {
  fields: [field("name", "text"), field("credit", "credit")],
  sections: [{ key: "rows", label: "rows", rowsPerSheet: 10, fields: [field("topic", "text")] }],
} as unknown as Form;

describe("values of a form", () => {
  it("come back as the data they were read from", () => {
    const data = { name: "阿依古丽·买买提", credit: 0.4, rows: [{ topic: "一" }, { topic: "二" }] };
    expect(toData(fromData(data, form))).toEqual({ ...data, credit: "0.4" });
  });

  it("leave out empty fields and empty rows at the end, but not in between", () => {
    const values: FormValues = { fields: { name: "" }, sections: { rows: [{}, { topic: "二" }, { topic: "" }] } };
    expect(toData(values)).toEqual({ rows: [{}, { topic: "二" }] });
  });

  it("are the same after a change was taken back", () => {
    const before = fromData({ name: "甲" }, form);
    const spot = { section: "rows", row: 2, key: "topic" };
    const changed = withValue(before, spot, "乙");
    expect(sameValues(before, changed)).toBe(false);
    expect(sameValues(before, withValue(changed, spot, ""))).toBe(true);
  });
});

describe("what is typed", () => {
  it.each([["2024年3月5日", "2024-03-05"], ["２０２４．３．５", "2024-03-05"], ["2024/3", "2024-03"], ["2024", "2024"], ["去年春天", "去年春天"]])("reads the date %s as %s", (typed, kept) => {
    expect(normalise(field("date", "date"), typed)).toBe(kept);
  });

  it("keeps text as it is, full-width digits too", () => {
    expect(normalise(field("name", "text"), "第２章")).toBe("第２章");
  });

  it("counts characters, not code units: a rare name of two characters has two", () => {
    expect(faultOf(field("name", "text", { maxLength: 2 }), "沈\uD84F\uDC98", false)).toBeNull();
    expect(faultOf(field("name", "text", { maxLength: 1 }), "沈\uD84F\uDC98", false)).toBe("too-long");
  });

  it("may be empty until it is handed in", () => {
    const required = field("name", "text", { required: true });
    expect(faultOf(required, " ", false)).toBeNull();
    expect(faultOf(required, " ", true)).toBe("required");
  });

  it.each([["0.4", null], ["0.45", "not-credit"], ["两分", "not-credit"]])("takes credits in tenths: %s", (typed, fault) => {
    expect(faultOf(field("credit", "credit"), typed, false)).toBe(fault);
  });
});
