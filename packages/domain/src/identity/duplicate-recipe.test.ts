import { expect, test } from "vitest";
import { normalisedAttribute } from "./duplicate-recipe";

test.each([
  ["AB 1987", "AB1987"],
  ["a. b. 1987", "AB1987"],
  ["ａｂ１９８７", "AB1987"],
  ["W-M/2001", "WM2001"],
  ["王明 1990", "王明1990"],
  ["AB 87", null],
  ["1987", null],
  ["Abcdefgh 1987", null],
  ["AB 1787", null],
])("initials and birth year %j become %j", (typed, expected) => {
  expect(normalisedAttribute("initials-birth-year", typed)).toBe(expected);
});

test.each([
  [["0712 345 678", "+254 712 345678", "00254712345678", "(0712) 345-678"], "12345678"],
  [["138 0013 8000", "+86 13800138000"], "00138000"],
  [["0811-2345-6789", "+62 811 2345 6789"], "23456789"],
])("one number however it is written: %j", (written, expected) => {
  expect(written.map((typed) => normalisedAttribute("phone", typed))).toEqual(written.map(() => expected));
});

test.each(["1234567", "12345678901234567890", "call me", "07123x5678"])("%j is no phone number", (typed) => {
  expect(normalisedAttribute("phone", typed)).toBeNull();
});
