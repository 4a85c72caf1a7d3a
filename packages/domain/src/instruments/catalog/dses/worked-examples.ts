import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("dses", 11);

export const dsesExamples: readonly WorkedExample[] = [
  {
    name: "all eleven answered",
    answers: sheet(ids, [4, 4, 3, 3, 2, 2, 4, 3, 3, 3, 2]),
    expected: { total: 75 },
    arithmetic: "33 / 11 x 25 = 75",
  },
  {
    name: "three missing",
    answers: sheet(ids, [4, 4, 3, 3, 2, 2, 4, 3]),
    expected: { total: "incomplete" },
    arithmetic: "eight answered, nine needed",
  },
];
