import { expect, it } from "vitest";
import type { Difference } from "../../api/records";
import { firstChoice, merge } from "./ConflictView";
import { spotId, type FormValues } from "./values";

const base: FormValues = { fields: { title: "旧", text: "旧" }, sections: {} };
const difference = (key: string, yours: string, theirs: string): Difference => ({ section: null, row: null, key, label: key, yours, theirs });

it("takes the other's value first where I changed nothing, and mine where I did", () => {
  expect(firstChoice(difference("title", "旧", "新"), base)).toBe("theirs");
  expect(firstChoice(difference("text", "我的", "别人的"), base)).toBe("yours");
});

it("merges by choice and leaves everything else as typed", () => {
  const mine: FormValues = { fields: { title: "旧", text: "我的", place: "会议室" }, sections: {} };
  const differences = [difference("title", "旧", "新"), difference("text", "我的", "别人的")];
  const merged = merge(mine, differences, new Map(differences.map((each) => [spotId(each), firstChoice(each, base)])));
  expect(merged.fields).toEqual({ title: "新", text: "我的", place: "会议室" });
});
