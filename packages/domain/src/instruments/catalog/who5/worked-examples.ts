import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("who5", 5);

export const who5Examples: readonly WorkedExample[] = [
  {
    name: "all five answered",
    answers: sheet(ids, [3, 2, 4, 1, 3]),
    expected: { percentage: 52 },
    arithmetic: "3 + 2 + 4 + 1 + 3 = 13; 13 x 4 = 52",
  },
  {
    name: "one missing",
    answers: sheet(ids, [3, 2, 4, 1, "skipped"]),
    expected: { percentage: "incomplete" },
    arithmetic: "four answered, all five needed",
  },
];
