import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("phq9", 9);

export const phq9Examples: readonly WorkedExample[] = [
  {
    name: "all nine answered",
    answers: sheet(ids, [1, 2, 3, 0, 1, 2, 1, 0, 0]),
    expected: { total: 10 },
    arithmetic: "1 + 2 + 3 + 0 + 1 + 2 + 1 + 0 + 0 = 10",
  },
  {
    name: "two missing, prorated and rounded up at the half",
    answers: sheet(ids, [2, 2, 2, 1, 1, 1, "skipped", 1, "declined"]),
    expected: { total: 13 },
    arithmetic: "sum of seven = 10; 9 x 10 / 7 = 12.857, rounded to 13",
  },
  {
    name: "one missing, exactly a half",
    answers: sheet(ids, [1, 1, 1, 1, 0, 0, 0, 0, "skipped"]),
    expected: { total: 5 },
    arithmetic: "sum of eight = 4; 9 x 4 / 8 = 4.5, rounded up to 5",
  },
  {
    name: "three missing",
    answers: sheet(ids, [2, 2, 2, 1, 1, 1]),
    expected: { total: "incomplete" },
    arithmetic: "six answered, seven needed",
  },
];
