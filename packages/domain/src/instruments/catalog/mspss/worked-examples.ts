import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("mspss", 12);

export const mspssExamples: readonly WorkedExample[] = [
  {
    name: "all twelve answered",
    answers: sheet(ids, [7, 6, 5, 4, 7, 3, 2, 5, 4, 6, 6, 3]),
    expected: { "significant-other": 6.5, family: 5, friends: 3, total: 29 / 6 },
    arithmetic:
      "significant other (7 + 6 + 7 + 6) / 4 = 6.5; family (5 + 4 + 5 + 6) / 4 = 5; friends (3 + 2 + 4 + 3) / 4 = 3; total (6.5 + 5 + 3) / 3 = 29/6",
  },
  {
    name: "two of one source missing",
    answers: sheet(ids, [7, 6, "skipped", "skipped", 7, 3, 2, 5, 4, 6, 6, 3]),
    expected: { "significant-other": 6.5, family: "incomplete", total: "incomplete" },
    arithmetic: "two of four family items, three needed; a total needs every source",
  },
];
