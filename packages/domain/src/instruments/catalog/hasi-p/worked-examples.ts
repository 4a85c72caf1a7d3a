import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const verbal = itemIds("hasi-p", 8, { stem: "verbal-abuse-" });

export const hasiPExamples: readonly WorkedExample[] = [
  {
    name: "verbal abuse answered",
    answers: sheet(verbal, [0, 1, 2, 0, 3, 0, 1, 1]),
    expected: { "verbal-abuse": 1, workplace: "incomplete" },
    arithmetic: "0 + 1 + 2 + 0 + 3 + 0 + 1 + 1 = 8; 8 / 8 = 1",
  },
  {
    name: "half answered",
    answers: sheet(verbal, [0, 1, 2, 1]),
    expected: { "verbal-abuse": 1 },
    arithmetic: "4 / 4 = 1, half of eight is enough",
  },
];
