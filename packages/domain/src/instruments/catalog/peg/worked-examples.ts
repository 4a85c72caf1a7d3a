import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("peg", 3);

export const pegExamples: readonly WorkedExample[] = [
  {
    name: "all three answered",
    answers: sheet(ids, [6, 4, 5]),
    expected: { total: 5 },
    arithmetic: "(6 + 4 + 5) / 3 = 5",
  },
  {
    name: "one missing",
    answers: sheet(ids, [6, 4]),
    expected: { total: "incomplete" },
    arithmetic: "all three needed",
  },
];
