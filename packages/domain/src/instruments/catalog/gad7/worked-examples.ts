import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("gad7", 7);

export const gad7Examples: readonly WorkedExample[] = [
  {
    name: "all seven answered",
    answers: sheet(ids, [3, 2, 1, 1, 0, 2, 3]),
    expected: { total: 12 },
    arithmetic: "3 + 2 + 1 + 1 + 0 + 2 + 3 = 12",
  },
  {
    name: "one missing",
    answers: sheet(ids, [3, 2, 1, 1, 0, 2, "declined"]),
    expected: { total: 11 },
    arithmetic: "sum of six = 9; 7 x 9 / 6 = 10.5, rounded up to 11",
  },
  {
    name: "two missing",
    answers: sheet(ids, [3, 2, 1, 1, 0]),
    expected: { total: "incomplete" },
    arithmetic: "five answered, six needed",
  },
];
