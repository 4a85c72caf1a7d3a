import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("ucla3", 3);

export const ucla3Examples: readonly WorkedExample[] = [
  { name: "all three answered", answers: sheet(ids, [2, 3, 1]), expected: { total: 6 }, arithmetic: "2 + 3 + 1 = 6" },
  {
    name: "one missing",
    answers: sheet(ids, [2, "declined", 1]),
    expected: { total: "incomplete" },
    arithmetic: "all three needed",
  },
];
