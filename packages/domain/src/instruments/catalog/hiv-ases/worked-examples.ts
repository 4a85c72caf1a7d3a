import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("hiv-ases", 12);

export const hivAsesExamples: readonly WorkedExample[] = [
  {
    name: "all twelve answered",
    answers: sheet(ids, [10, 9, 8, 7, 6, 5, 10, 9, 8, 7, 6, 5]),
    expected: { total: 7.5 },
    arithmetic: "90 / 12 = 7.5",
  },
  {
    name: "two missing",
    answers: sheet(ids, [10, 9, 8, 7, 6, 5, 10, 9, 8, 7]),
    expected: { total: 7.9 },
    arithmetic: "79 / 10 = 7.9",
  },
  {
    name: "three missing",
    answers: sheet(ids, [10, 9, 8, 7, 6, 5, 10, 9, 8]),
    expected: { total: "incomplete" },
    arithmetic: "nine answered, ten needed",
  },
];
