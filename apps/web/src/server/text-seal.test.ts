import { expect, test } from "vitest";
import { createTextSeal } from "./text-seal";

const { seal, open } = createTextSeal("a secret of thirty-two characters");

test("what is sealed comes back, whatever the script", () => {
  for (const text of ["", "7", "7K2M-4QXA", "７Ｋ２", "编号", 'é ~ \\ "', "x".repeat(64), "中".repeat(40)])
    expect(open(seal(text))).toBe(text);
});

test("the address tells neither the text nor its length, nor that it is the same person again", () => {
  expect(seal("7K2M-4QXA")).not.toContain("7K2M");
  expect(seal("7")).toHaveLength(seal("7K2M-4QXA").length);
  expect(seal("7K2M-4QXA")).not.toBe(seal("7K2M-4QXA"));
  expect(seal("7K2M-4QXA")).toMatch(/^[\w~-]+$/);
});

test("what was changed, or sealed elsewhere, is nothing; what somebody typed is what they typed", () => {
  const sealed = seal("7K2M-4QXA");
  const other = sealed.at(-9) === "A" ? "B" : "A";
  expect(open(`${sealed.slice(0, -9)}${other}${sealed.slice(-8)}`)).toBe("");
  expect(createTextSeal("another secret of an installation").open(sealed)).toBe("");
  expect(open("~")).toBe("");
  expect(open("~7K2M")).toBe("");
  expect(open("7K2M-4QXA")).toBe("7K2M-4QXA");
});
