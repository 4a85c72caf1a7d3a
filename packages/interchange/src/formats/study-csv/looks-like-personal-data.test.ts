import { expect, it } from "vitest";
import { looksLikePersonalData } from "./looks-like-personal-data";

it.each([
  ["someone@example.org", "e-mail"],
  ["+263 77 123 4567", "phone"],
  ["0772123456", "phone"],
  ["077-212-3456", "phone"],
  ["Amara Okafor", "name"],
  ["O'Neill, Sean", "name"],
  ["Nguyễn Văn An", "name"],
  ["王小明", "name"],
  ["P001", undefined],
  ["1", undefined],
  ["10234567", undefined],
  ["2024-01-05", undefined],
  ["A-17-B", undefined],
  ["KX7M-2QPD", undefined],
  ["site 3 person 9", undefined],
])("%s: %s", (label, expected) => {
  expect(looksLikePersonalData(label)).toBe(expected);
});
