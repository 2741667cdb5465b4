import { expect, it } from "vitest";
import { placed, plain } from "./places";

const control = (tag: string, occurrence: number) => ({ tag, occurrence, title: tag, text: `${tag}${occurrence}` });
const rowsOf = (...tags: string[]) => {
  const seen = new Map<string, number>();
  const fields = tags.map((tag) => {
    const occurrence = seen.get(tag) ?? 0;
    seen.set(tag, occurrence + 1);
    return control(tag, occurrence);
  });
  return placed(fields, ["r.a", "r.b", "r.c", "single"]).map((field) => `${field.tag}${field.occurrence}`);
};

it("takes the hosts' line ends and trailing marks for the same text", () => {
  expect(plain("一\r二\v三 \r\n\u0007")).toBe("一\n二\n三");
});

it("counts where every column is whole, in whatever order the columns stand", () => {
  expect(rowsOf("r.b", "r.a", "r.c", "r.b", "r.a", "r.c")).toEqual(["r.b0", "r.a0", "r.c0", "r.b1", "r.a1", "r.c1"]);
});

it("goes by the order of the controls where one was deleted", () => {
  expect(rowsOf("r.a", "r.c", "r.a", "r.b", "r.c")).toEqual(["r.a0", "r.c0", "r.a1", "r.b1", "r.c1"]);
  expect(rowsOf("r.b", "r.c", "r.a", "r.b", "r.c")).toEqual(["r.b0", "r.c0", "r.a1", "r.b1", "r.c1"]);
});

it("counts where the columns stand below one another and the order tells no rows", () => {
  expect(rowsOf("r.a", "r.a", "r.a", "r.b", "r.b")).toEqual(["r.a0", "r.a1", "r.a2", "r.b0", "r.b1"]);
});

it("leaves out controls of others", () => {
  expect(rowsOf("cover", "single")).toEqual(["single0"]);
});
