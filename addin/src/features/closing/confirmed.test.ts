import { expect, it } from "vitest";
import { keyOf, openBlanks } from "./confirmed";

const blank = (sessionId: string, personId: string) => ({ sessionId, personId, name: personId, label: "3月5日", topic: "学习" });

it("a blank stays open until it is confirmed for that person and that session", () => {
  const blanks = [blank("s1", "p1"), blank("s1", "p2"), blank("s2", "p1")];
  expect(openBlanks(blanks, new Set([keyOf(blank("s1", "p1")), keyOf(blank("gone", "p9"))]))).toEqual([blank("s1", "p2"), blank("s2", "p1")]);
});
