import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("iarss", 6);

export const iarssExamples: readonly WorkedExample[] = [
  {
    name: "all six answered",
    answers: sheet(ids, [1, 0, 1, 1, 0, 0]),
    expected: { total: 3 },
    arithmetic: "three endorsed",
  },
  {
    name: "one missing",
    answers: sheet(ids, [1, 0, 1, 1, 0, "declined"]),
    expected: { total: 4 },
    arithmetic: "three of five endorsed; 6 x 3 / 5 = 3.6, rounded to 4",
  },
  {
    name: "two missing",
    answers: sheet(ids, [1, 0, 1, 1]),
    expected: { total: "incomplete" },
    arithmetic: "four answered, five needed",
  },
];
