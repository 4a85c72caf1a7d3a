import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("psat", 40);

export const psatExamples: readonly WorkedExample[] = [
  {
    name: "every answer 5",
    answers: sheet(
      ids,
      ids.map(() => 5),
    ),
    expected: { overall: 5, partnerships: 5 },
    arithmetic: "the mean of fives",
  },
  {
    name: "one domain, two not able to answer",
    answers: sheet(ids.slice(0, 5), [7, 5, 3, 8, 8]),
    expected: { "environmental-support": 5, "funding-stability": "incomplete", overall: "incomplete" },
    arithmetic: "(7 + 5 + 3) / 3 = 5; three of five are enough; the other seven domains are empty",
  },
];
