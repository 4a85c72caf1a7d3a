import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("ras-ds", 38);

export const rasDsExamples: readonly WorkedExample[] = [
  {
    name: "every answer 3",
    answers: sheet(
      ids,
      ids.map(() => 3),
    ),
    expected: { total: 114 },
    arithmetic: "38 x 3 = 114",
  },
  {
    name: "one missing",
    answers: sheet(
      ids.slice(1),
      ids.slice(1).map(() => 3),
    ),
    expected: { total: "incomplete" },
    arithmetic: "37 answered, all 38 needed",
  },
];
