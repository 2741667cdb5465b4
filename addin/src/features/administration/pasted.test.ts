import { expect, test } from "vitest";
import { pastedLogins } from "./pasted";

test("columns of a sheet are read however they are divided", () => {
  expect(pastedLogins("0012\ta@example.com\r\n0013, b@example.com\n\n 0014  c@example.com ")).toEqual([
    { platformNo: "0012", login: "a@example.com" },
    { platformNo: "0013", login: "b@example.com" },
    { platformNo: "0014", login: "c@example.com" },
  ]);
});

test("a line without a login stays a line, so that the service can name it", () => {
  expect(pastedLogins("0012\n0013 a b")).toEqual([
    { platformNo: "0012", login: "" },
    { platformNo: "0013", login: "a b" },
  ]);
});
